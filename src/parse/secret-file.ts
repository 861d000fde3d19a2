// Whether a file's name says that it holds keys or credentials.

const NAMES: ReadonlySet<string> = new Set([
  ...[
    '.netrc',
    '_netrc',
    '.pgpass',
    '.my.cnf',
    '.pypirc',
    '.git-credentials',
    '.htpasswd',
    '.dockercfg',
    '.vault-token',
    '.boto',
    '.s3cfg',
  ],
  ...[
    'id_rsa',
    'id_dsa',
    'id_ecdsa',
    'id_ed25519',
    'identity.key',
    'master.key',
    'privkey.pem',
    'key.pem',
    'private.pem',
    'private-key.pem',
  ],
  ...[
    'kubeconfig',
    'terraform.tfstate',
    'serviceaccountkey.json',
    'service-account.json',
    'service_account.json',
    'credentials.json',
  ],
  ...['.ssh', '.gnupg', '.aws', '.kube', '.azure'],
]);

/** Last folder and name together tell. */
const PATHS =
  /(?:^|\/)(?:\.aws\/(?:credentials|config)|\.kube\/config|\.docker\/config\.json|\.config\/gcloud(?:\/[\w.-]+)?|gcloud\/application_default_credentials\.json)$/;
const ENDINGS =
  /\.(?:p12|pfx|kdbx|ppk|tfvars|ovpn)$|[-_.](?:private|priv)[-_.]?key(?:\.pem)?$|-key\.pem$|^client_secret[\w.-]*\.json$/;
/** `.env`, `.env.production`, `.env*`; not what shows how one is written. */
const ENVIRONMENT = /^\.env(?:\.(?:local|prod|production|staging|live|secrets?)(?:\.local)?|\.?\*)?$/;
const KEY = /\.key$/;
/** Keys that everybody may have: those that signatures are checked with. */
const PUBLIC = /gpg|pgp|rpm|sign|pub|release|archive|repo|keyring|apt|docker|nginx|nodesource|example|sample|template|\.dist$/;

/** `path` as written in an instruction. */
export function isSecretFile(path: string): boolean {
  const lower = path.toLowerCase().replace(/\/+$/, '');
  const name = lower.slice(lower.lastIndexOf('/') + 1);
  if (name.length > 200 || /example|sample|template|dummy|\.dist$|\.pub$/.test(name)) return false;
  return (
    NAMES.has(name) ||
    PATHS.test(lower) ||
    ENDINGS.test(name) ||
    ENVIRONMENT.test(name) ||
    (KEY.test(name) && !PUBLIC.test(lower))
  );
}

/** Variables that name a file with credentials. */
export const namesSecretFile = (variable: string): boolean =>
  /^(?:AWS_CONFIG_FILE|AWS_SHARED_CREDENTIALS_FILE|HF_TOKEN_PATH|GOOGLE_APPLICATION_CREDENTIALS|KUBECONFIG|AZURE_AUTH_LOCATION)$/.test(
    variable,
  );
