// All that looks at whole Compose projects and draws them: a bundle of its own, which other runs need not load.
export { detailOf } from '../../../inspect/detail.ts';
export { graphOf } from '../../../inspect/graph.ts';
export { inspect } from '../../../inspect/inspect.ts';
export { survey } from '../../../inspect/survey.ts';
export { dot } from '../../../report/graph/dot.ts';
export { mermaid } from '../../../report/graph/mermaid.ts';
export { render } from '../../../report/inspection/render.ts';
