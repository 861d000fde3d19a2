// The picture of a Compose project, and what a change makes of it: plain JSON data, imports nothing.

/** What a change makes of one Compose project. */
export interface ProjectChange {
  /** Of its first file. */
  path: string;
  /** Absent: the picture stays as it was. */
  graph?: Graph;
  /** What the analyses say now and did not say on the base. */
  told: ProjectRemark[];
}

export type Topic = 'resources' | 'networks' | 'volumes' | 'dependencies' | 'advice';

/** One sentence of an analysis; code stands between backticks. */
export interface ProjectRemark {
  topic: Topic;
  message: string;
}

/** What a change does to a part of a picture. */
export type Mark = 'added' | 'removed' | 'altered';

/** The picture of a Compose project: services in groups by the networks that they are on, volumes and paths of the host beside them. */
export interface Graph {
  groups: { label: string; mark?: Mark }[];
  nodes: GraphNode[];
  edges: GraphEdge[];
}

export interface GraphNode {
  kind: 'service' | 'volume' | 'path';
  /** With the kind it is unique. */
  label: string;
  lines: GraphLine[];
  /** Index among the groups. */
  group?: number;
  mark?: Mark;
}

export interface GraphLine {
  about: 'image' | 'port' | 'volume' | 'path' | 'other';
  text: string;
  mark?: Mark;
}

/** `depends`: `from` waits for `to`, until it is what `how` says, else started. `mounts`: the service `from` mounts `to`. Both are indexes among the nodes. */
export interface GraphEdge {
  kind: 'depends' | 'mounts';
  from: number;
  to: number;
  how?: 'healthy' | 'completed' | 'read-only';
  mark?: Mark;
}
