// Ports by which databases, queues and engines are spoken to: nothing that the public should reach. Their vendors' documentation names them.

const PORTS: ReadonlyMap<number, string> = new Map([
  [1433, 'SQL Server'],
  [1521, 'Oracle Database'],
  [2181, 'ZooKeeper'],
  [2375, 'Docker Engine'],
  [2379, 'etcd'],
  [3306, 'MySQL'],
  [5432, 'PostgreSQL'],
  [5672, 'RabbitMQ'],
  [5984, 'CouchDB'],
  [6379, 'Redis'],
  [7474, 'Neo4j'],
  [7687, 'Neo4j'],
  [8086, 'InfluxDB'],
  [8529, 'ArangoDB'],
  [9042, 'Cassandra'],
  [9092, 'Kafka'],
  [9200, 'Elasticsearch'],
  [9300, 'Elasticsearch'],
  [11211, 'Memcached'],
  [15672, 'RabbitMQ management'],
  [26257, 'CockroachDB'],
  [27017, 'MongoDB'],
  [28015, 'RethinkDB'],
]);

/** Those that speak what another one does, by a word of their image. */
const ALIKE: readonly (readonly [word: string, name: string, like: string])[] = [
  ['mariadb', 'MariaDB', 'MySQL'],
  ['opensearch', 'OpenSearch', 'Elasticsearch'],
  ['redpanda', 'Redpanda', 'Kafka'],
  ['valkey', 'Valkey', 'Redis'],
];

/** What serves a port of the container, where that is a database or its like. `image` tells apart those that share one. */
export function databaseAt(port: number, image = ''): string | null {
  const name = PORTS.get(port) ?? null;
  return ALIKE.find(([word, , like]) => like === name && image.includes(word))?.[1] ?? name;
}
