// Which signal makes well-known programs finish their work: nginx(8), php-fpm(8), httpd(8), systemd(1); on SIGTERM they break off or do not stop.
const SIGNALS: ReadonlyMap<string, string> = new Map([
  ['nginx', 'SIGQUIT'],
  ['openresty', 'SIGQUIT'],
  ['php-fpm', 'SIGQUIT'],
  ['httpd', 'SIGWINCH'],
  ['httpd-foreground', 'SIGWINCH'],
  ['apache2', 'SIGWINCH'],
  ['apache2ctl', 'SIGWINCH'],
  ['apachectl', 'SIGWINCH'],
  ['systemd', 'SIGRTMIN+3'],
]);

/** `null` for programs that stop well on SIGTERM, or of which nothing is known. */
export function stopSignalOf(program: string): string | null {
  const name = program.slice(program.lastIndexOf('/') + 1);
  if (/^\/(?:usr\/)?sbin\/init$/.test(program)) return 'SIGRTMIN+3';
  return SIGNALS.get(/^php-fpm[\d.]*$/.test(name) ? 'php-fpm' : name) ?? null;
}
