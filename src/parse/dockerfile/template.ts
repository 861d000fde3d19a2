// Whether a file is not a Dockerfile yet: placeholders of a template engine stand where BuildKit would stop.
import type { Dockerfile } from './model.ts';

const NAME = /\.(?:template|tmpl|tpl|j2|jinja2?|erb|ejs|mustache|hbs|in|m4)$/i;
/** `{{ x }}`, `{% if %}`, `<% x %>`, `%%X%%`, `@X@`, Maven's `${a.b}`, `${templateOption:x}`, `FROM BASEIMAGE`. */
const PLACEHOLDER =
  /\{\{|\{%|<%|%%\w|@\w+@|\$\{\w+(?:-\w+)*\.\w|\$\{templateOption:|^FROM\s{1,20}[A-Z_]{0,30}(?:BASE|IMAGE)[A-Z_]{0,30}\s*$/;
const MAX_TEXT = 4096;

export function isTemplate(file: Dockerfile): boolean {
  if (NAME.test(file.path)) return true;
  return file.problems.some(({ range }) => {
    const around = file.instructionAt(range.start)?.range ?? range;
    return PLACEHOLDER.test(file.source.text.slice(around.start, Math.min(around.end, around.start + MAX_TEXT)));
  });
}
