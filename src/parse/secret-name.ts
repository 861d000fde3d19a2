// Whether the name of a variable says that its value is a secret, and whether its value can be one.

const SECRET = new Set([
  'apikey',
  'auth',
  'credential',
  'credentials',
  'key',
  'passphrase',
  'password',
  'passwd',
  'psw',
  'pword',
  'secret',
  'token',
]);

/** Ends of words that are written together: `PGPASSWORD`, `adminPassword`, `AUTHTOKEN`. */
const JOINED = /(?:password|passwd|passphrase|apikey|(?:auth|access|secret|bot)token|(?:private|secret|access)key|clientsecret)$/;

/** Words behind which a secret is only described: `KEY_ALIAS`, `TOKEN_FILE`, `AUTH_MODE`, `PASSWORD_PROMPT`. */
const DESCRIBES =
  /^(?:alias|alg|algorithm|algo|allow|allowed|append|arn|attempts?|backend|bits|bundle|cache|cert|check|class|client|column|count|days|default|dir|directory|disable|disabled|domain|driver|duration|enable|enabled|endpoint|engine|env|excluded?|expir\w*|fields?|file|files|filename|folder|force|format|generate|handler|hash|header|headers|helper|host|hosts|hours|id|ids|idx|index|info|interval|is|iterations|jwks|kind|label|len|length|level|lifetime|limit|limits|list|location|log|loc|max|maximum|method|methods|min|minimum|minutes|mode|module|name|names|ns|owner|pairs?|path|paths|pattern|plugin|plugins|policy|port|prefix|prompt|protocol|provider|providers|proxy|realm|ref|regex|region|required?|requires|reset|ring|role|roles|rotation|scheme|scope|scopes|seconds|server|service|sha\d*|sig|size|skip|sock|socket|source|space|sort|state|store|strategy|strength|strict|suffix|timeout|ttl|type|types|uri|url|urls|user|username|usage|validity|vault|version|window)$/;

/** Words in front of `key` (and some others) that make it public, an identifier or a position. */
const PUBLIC =
  /^(?:public|pub|pubkey|gpg|pgp|apt|rpm|apk|repo|release|signing|hkps?|primary|foreign|sort|partition|cache|hot|host|known|map|dict|index|group|lookup|object|idempotency|accelerator|publishable|site|disable|no|enable|allow|require|use|without|skip|is|has|xsrf|csrf|count|max|min|num|eos|bos|pad|unk|special|stop)$/;

/** What front-end build tools put into the pages that everybody gets. */
const BROWSER = /^(?:VITE|REACT_APP|VUE_APP|GATSBY|EXPO)_/;

/** `name` in any case, words parted by `_`, `-` or `.`. */
export function isSecretName(name: string): boolean {
  if (name.length > 200) return false;
  const words = name
    .toLowerCase()
    .split(/[_.-]+/)
    .filter(Boolean);
  const at = words.findLastIndex((word) => SECRET.has(word) || JOINED.test(word));
  if (at < 0 || BROWSER.test(name) || words.some((word) => word === 'public' || word === 'pub')) return false;
  if (words.slice(at + 1).some((word) => DESCRIBES.test(word))) return false;
  if (PUBLIC.test(words[at - 1] ?? '') && words[at] !== 'password' && words[at] !== 'secret') return false;
  return words.length > 1 || !/^(?:auth|key)$/.test(words[0] ?? '');
}

const NO_SECRET =
  /^(?:|\{\}|\[\]|x{2,100}|[._*-]{1,100}|<[^>]{0,100}>|true|false|yes|no|on|off|none|null|nil|undefined|enabled?|disabled?|-?\d{1,5}(?:\.\d+)?[a-z%]{0,2})$/i;

/** Whether a literal text can be a secret at all: not empty, a switch, a small number, a path, an address without password, or a reference. */
export function canBeSecret(value: string): boolean {
  if (NO_SECRET.test(value) || value.includes('${{') || /^(?:\.{0,2}\/|~\/|[a-z]:\\)/i.test(value)) return false;
  return !/^[a-z][a-z0-9+.-]{0,20}:\/\/[^@]{0,500}$/i.test(value);
}
