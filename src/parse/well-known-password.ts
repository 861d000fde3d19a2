// Passwords that everybody knows, and texts that stand where a password is to be put.

const WORDS: ReadonlySet<string> = new Set(
  `a abc access account accounts admin administrator airflow alphanumeric ample and api app at auth awesome bar battery baz be
  broker by change changeit changeme changethis character characters chars ci cisco clickhouse client compose confluent
  correct credentials creds data database db default demo dev development docker drupal dummy elastic elasticsearch empty
  enter example exp fake fixme foo for generated gitea gitlab grafana guest hello here horse hunter2 in influx influxdb
  insecure insert it jwt kafka key keycloak kibana least letmein local localhost login long main manager maria mariadb master
  me minimum minio minio123 minioadmin mongo mongodb monitor must my mysecretpassword mysql n8n native neo4j nextcloud none
  not only oracle owner p4ssw0rd p@ssw0rd p@ssword pass passw0rd passwd password password123 pg placeholder please postgres
  postgresql production pw pwd qwerty r00t rabbit rabbitmq random redis repl replace replaceme replication replicator root sa
  safe sample secret secretkey secure server service services session set shop slave some sonar staple store string strong
  strongpassword super supersecret superset system tbd temp test testing tests the this tmp todo token toor unsafe unused use
  user username value very whale with word wordpress world wp xxx your`.split(/\s+/),
);
const LONGEST = 20;
const MAX = 60;

/** Whether nothing in a value is a secret: it is made of such words, of the names given (in lower case), or of one character again and again. */
export function isWellKnownPassword(value: string, names: ReadonlySet<string>): boolean {
  const text = value.toLowerCase();
  if (/^(.)\1*$/.test(text) || /^<.*>$|^\[.*\]$|^\{.*\}$|^%.*%$|^__.*__$/.test(text)) return true;
  return text.length <= MAX && isMadeOf(text.replace(/[^\p{L}\d@]+/gu, ' ').trim(), names);
}

/** Which beginnings of the text are made of known words, in time that the two lengths limit. */
function isMadeOf(text: string, names: ReadonlySet<string>): boolean {
  const reached = new Array<boolean>(text.length + 1).fill(false);
  reached[0] = true;
  for (let at = 0; at < text.length; at++) {
    if (!reached[at]) continue;
    if (/[\d@ ]/.test(text.charAt(at))) reached[at + 1] = true;
    for (let end = at + 1; end <= Math.min(text.length, at + LONGEST); end++) {
      const word = text.slice(at, end);
      if (WORDS.has(word) || (word.length > 1 && names.has(word))) reached[end] = true;
    }
  }
  return reached[text.length] === true;
}
