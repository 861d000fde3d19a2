// Servers of programs and packages that are known to serve the same files over https, as of November 2026.

const HOSTS: ReadonlySet<string> = new Set(
  `apt.llvm.org apt.postgresql.org archive.apache.org artifacts.elastic.co bitbucket.org bootstrap.pypa.io cdn.mysql.com cloud.r-project.org
  cpanmin.us cran.r-project.org deb.nodesource.com dev.mysql.com developer.download.nvidia.com dl.google.com dlcdn.apache.org
  dl.yarnpkg.com download.docker.com download.microsoft.com download.redis.io downloads.apache.org downloads.wordpress.org
  files.pythonhosted.org ftp.gnu.org get.docker.com getcomposer.org github.com gitlab.com go.dev golang.org nginx.org
  nodejs.org packages.cloud.google.com packages.elastic.co packages.microsoft.com pecl.php.net pypi.org pypi.python.org
  raw.githubusercontent.com registry.npmjs.org registry.yarnpkg.com releases.hashicorp.com repo.anaconda.com repo.continuum.io
  repo.maven.apache.org repo.mysql.com repo1.maven.org rpm.nodesource.com rubygems.org s3.amazonaws.com services.gradle.org
  storage.googleapis.com wordpress.org www.apache.org www.cpan.org www.gnu.org www.kernel.org www.openssl.org www.php.net
  www.postgresql.org www.python.org`.split(/\s+/),
);
/** Names of one part in front, as certificates of such servers cover them. */
const BELOW = /^[\w-]{1,63}\.(?:googleapis\.com|storage\.googleapis\.com|s3\.amazonaws\.com|githubusercontent\.com)$/;

/** Whether the server of an address that is written out is one of them. */
export function offersHttps(url: string): boolean {
  const host = /^["']?\w+:\/\/([\w.-]{1,253})(?=[/:"'?#]|$)/.exec(url)?.[1]?.toLowerCase() ?? '';
  return HOSTS.has(host) || BELOW.test(host);
}
