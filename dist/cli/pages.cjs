/*2dc59a46a6eefc38*/((__load,__import)=>{"use strict";var o=new Map([["DEFAULTS",`# What is on by default

A rule is on by default (\`recommended\`) when most maintainers, told of it, would act. That is decided by reading: hits on real files are sampled and read as
the maintainer of that repository would, and a rule that is agreed with in fewer than 95 of 100 is narrowed or leaves the default. Opinions, hardening and contradictions between tools
are in \`strict\`, \`security\` and \`all\`. Some rules say less by default than there: their page names the option.

|               | files | findings a file | files without any |
| ------------- | ----: | --------------: | ----------------: |
| Dockerfiles   | 1,161 |            0.57 |            73.6 % |
| Compose files |   420 |            0.59 |            55.0 % |

Of public repositories, 21 November 2026. To repeat it: \`npm run defaults -- FOLDER --each --on compose\` counts, every folder in FOLDER being a repository; \`--sample 30 --rule ID --seed N\` prints what to read.
The same seed gives the same sample, and a hit that goes away changes the sample only by who moves up.

## How far to trust it

- One reader, who also wrote the narrowing, gave all verdicts. Nobody has read them a second time.
- Files of up to some twenty lines were read as a whole; of longer ones the lines around the hit, with all FROM, USER, EXPOSE, CMD and ENTRYPOINT of a Dockerfile and the names of all services of a Compose file. Other files of a repository
  were not there to be read: whether an image is shipped, and whether a stack is only for trying things out, is what the path and the file say.
- A rule with more than forty hits was read on thirty that were drawn after it was narrowed, with a seed that had not been read before: \`copy-instead-of-add\`, \`no-maintainer\` and \`pip-no-cache-dir\` seed 3, \`apt-lists-removed\` seed 4. Its narrowing
  was decided on seeds 2 and 3, and two hits of seed 4 led to the last step, so that its figure is a little kind. \`no-obsolete-version\` was narrowed after each of the seeds 2 to 5; all hits of seeds 3 to 5 that are left are listed together.
- All other rules were read on every hit, also on those that led to narrowing them: they say what is left, not what a new corpus would give. With seven hits and fewer a figure says little.
- On a later day ten to twelve hits of each of the nine rules that were most frequent then, drawn with seed 11, and thirty of \`no-obsolete-version\` were read again: one of them was disagreed with
  (\`SeleniumHQ__docker-selenium/docker-compose-v2.yml:4\`, a file for Compose files of version 2).
- The repositories are what one finds on GitHub: many demonstrations, lessons and files of 2018. Archived ones count as if somebody still kept them.
- The corpus has only some files of each repository. What rules say of files that are missing there was not judged.

## Dockerfile rules that are on

| rule                       | hits | files | agreed of those read |
| -------------------------- | ---: | ----: | -------------------: |
| copy-instead-of-add        |  215 |    98 |             30 of 30 |
| no-maintainer              |   87 |    86 |             30 of 30 |
| pip-no-cache-dir           |   82 |    53 |             35 of 36 |
| supported-base-image       |   41 |    41 |             40 of 41 |
| apt-lists-removed          |   38 |    37 |             29 of 30 |
| update-with-install        |   29 |    29 |             29 of 29 |
| exec-form-cmd              |   28 |    28 |             28 of 28 |
| apk-no-cache               |   23 |    21 |             22 of 23 |
| heredoc-stops-at-errors    |   14 |    12 |             14 of 14 |
| no-sudo                    |   14 |     6 |             14 of 14 |
| redundant-target-platform  |   12 |     1 |             12 of 12 |
| curl-fails-on-errors       |   10 |     7 |             10 of 10 |
| dnf-cache-removed          |   10 |     4 |             10 of 10 |
| apt-get-yes                |    7 |     7 |               7 of 7 |
| dependencies-before-source |    7 |     7 |               7 of 7 |
| tagged-base-image          |    7 |     7 |               7 of 7 |
| verified-packages          |    6 |     5 |               6 of 6 |
| verified-tls               |    6 |     4 |               6 of 6 |
| no-empty-continuation      |    5 |     5 |               5 of 5 |
| no-plain-http              |    5 |     5 |               5 of 5 |
| npm-ci                     |    4 |     4 |               4 of 4 |
| defined-variables          |    3 |     3 |               3 of 3 |
| absolute-workdir           |    2 |     2 |               2 of 2 |
| no-secrets-in-arg-env      |    2 |     2 |               2 of 2 |
| workdir-instead-of-cd      |    2 |     2 |               2 of 2 |
| dnf-yes                    |    1 |     1 |               1 of 1 |
| no-secret-files            |    1 |     1 |               1 of 1 |

No hit, on because Docker refuses or ignores what they report, or because it can only be a mistake: \`catchable-stopsignal\`, \`container-ports-only\`, \`copy-from-earlier-stage\`, \`copy-from-known-stage\`, \`declared-args-in-from\`, \`directory-ends-with-slash\`, \`effective-directives\`, \`exec-form-in-words\`, \`keeps-supplementary-groups\`, \`known-instructions\`, \`known-user-in-scratch\`, \`no-bashisms\`, \`no-empty-command\`, \`no-empty-stage-source\`, \`no-linux-flags-on-windows\`, \`no-lost-environment\`, \`no-reserved-stage-names\`, \`no-run-in-empty-image\`, \`no-secret-literals\`, \`no-self-referring-env\`, \`no-system-directories\`, \`no-useradd-log\`, \`no-variables-in-exec-form\`, \`offered-platform\`, \`secret-mounts-for-commands\`, \`single-cmd-and-entrypoint\`, \`trusted-registries\`, \`unique-labels\`, \`unique-stage-names\`, \`valid-dockerfile\`, \`valid-exec-form\`, \`zypper-cache-removed\`, \`zypper-non-interactive\`.

\`shellcheck\` speaks where the program is on the PATH, as on GitHub's runners, which the counts above leave out. Asked with version 0.9.0 about the scripts of 262 of the repositories it had 276 errors and
warnings: 120 SC2155 (\`export GNUPGHOME="$(mktemp -d)"\`), 77 SC2046 (\`make -j$(nproc)\`), 21 SC2038, and 14 and fewer of eleven others. Few would act on them: with defaults its errors alone are told, and of these
not SC2068; four are left, all in one file, all agreed (\`pip install\` with \`future>=0.17.1\`, whose \`>\` the shell takes for itself).

\`no-docker-socket\` and \`no-privileged\` meet no database, cache or broker in the corpus; one that gets either is a mistake.

## Compose rules that are on

| rule                       | hits | files | agreed of those read |
| -------------------------- | ---: | ----: | -------------------: |
| no-obsolete-version        |  159 |   159 |             75 of 78 |
| loadable-compose           |   20 |    12 |            see below |
| no-nested-external-name    |   16 |    10 |             16 of 16 |
| tagged-image               |   12 |    12 |             12 of 12 |
| volume-at-data-folder      |   10 |     8 |             10 of 10 |
| no-unused-definitions      |    9 |     7 |               9 of 9 |
| no-public-database-ports   |    6 |     6 |               6 of 6 |
| valid-schema               |    6 |     6 |               6 of 6 |
| unique-mount-targets       |    5 |     2 |               5 of 5 |
| valid-yaml                 |    2 |     2 |               2 of 2 |
| defined-references         |    1 |     1 |               1 of 1 |
| service-has-image-or-build |    1 |     1 |            see below |

\`loadable-compose\` and \`service-has-image-or-build\` meet what the corpus lacks: 19 of the 20 hits are files that \`extends\` or \`include\` name and that the repository has, and the one service without an image gets it from an override that is not there.
The last one, two mounts on \`/dev/shm\`, is right. A missing file is told once for each file that names it.

No hit: \`cmd-shell-in-one-text\`, \`healthcheck-test-form\`, \`namespaced-sysctls\`, \`network-mode-without-networks\`, \`no-api-socket\`, \`no-credential-literals\`, \`no-dependency-cycles\`, \`no-docker-socket\`, \`no-dropped-commands\`, \`no-privileged\`, \`no-secret-build-args\`, \`no-secrets-in-commands\`, \`no-whole-host\`, \`no-writable-host-system\`, \`one-default-compose-file\`, \`service-image-registry\`, \`single-named-container\`, \`unambiguous-ports\`, \`unique-container-names\`, \`unique-published-ports\`, \`valid-container-name\`.

Rules that look across files, no hit either: \`base-image-args-given\`, \`copied-files-not-ignored\`, \`declared-build-args\`, \`dependency-shares-profile\`, \`dockerignore-for-context\`, \`escaped-inline-variables\`, \`existing-build-files\`, \`existing-build-target\`, \`given-build-secrets\`, \`healthcheck-tool-in-image\`, \`healthy-dependency-has-healthcheck\`, \`platform-of-build\`, \`unused-ignore\`, \`used-build-contexts\`, \`writable-paths-of-read-only\`. They are on because what they report stops the build or the start, and say nothing where a file may come from elsewhere.

## What was narrowed, and why

| rule                               | hits before | after | what is silent now                                                                                                    |
| ---------------------------------- | ----------: | ----: | --------------------------------------------------------------------------------------------------------------------- |
| supported-base-image               |         302 |    41 | all but the base of a service's final image, a year after its end; paths and comments that name the release           |
| curl-fails-on-errors               |         163 |    10 | all but programs that are made executable and that nothing in the same RUN reads or starts                            |
| dependencies-before-source         |          44 |     7 | all but npm, yarn, pip and bundle in services, right behind the source; what a comment explains; workspaces           |
| dnf-cache-removed                  |          32 |    10 | images that start nothing or hold compilers; development, tests and examples                                          |
| no-plain-http                      |          22 |     5 | servers that are not known to offer the same over \`https\`                                                             |
| npm-ci                             |          19 |     4 | lock files that may not be there; development, tests and examples                                                     |
| workdir-instead-of-cd              |         103 |     2 | all but a \`cd\` at the end of a RUN                                                                                    |
| shellcheck                         |         276 |     4 | warnings                                                                                                              |
| apt-lists-removed                  |         168 |    38 | images for development, tests, examples and builds; images that start nothing or hold compilers; updates on their own |
| pip-no-cache-dir                   |         102 |    82 | images for development and tests; wheels that lie in the image; options cut short                                     |
| apk-no-cache                       |          29 |    23 | images for development and tests                                                                                      |
| exec-form-cmd                      |          38 |    28 | a CMD that opens a shell, sleeps, builds or tests, or that ENTRYPOINT drops                                           |
| copy-instead-of-add, no-maintainer |         314 |   302 | copies from elsewhere, what is archived, built, or of a past year                                                     |
| heredoc-stops-at-errors            |          20 |    14 | an update of lists in front of the install                                                                            |
| no-secrets-in-arg-env              |          13 |     2 | passwords that do not look generated, or that a comment asks to change                                                |
| tagged-base-image                  |         167 |     7 | all but official images under a service: no tag, or a language as \`latest\`                                            |
| absolute-workdir                   |           6 |     2 | the folder of what was cloned, made or copied there before                                                            |
| no-self-referring-env              |           5 |     0 | bases that are not known: they may set the variable to the same value                                                 |
| verified-packages                  |          13 |     6 | own packages of apk; commands that install nothing; hosts that an argument names                                      |
| defined-variables                  |           7 |     3 | a default in the reference; lists such as MANPATH that are extended                                                   |
| no-sudo                            |          58 |    14 | steps of an unprivileged user, which \`no-passwordless-sudo\` tells                                                     |
| single-cmd-and-entrypoint          |           4 |     0 | templates; options that a comment lists                                                                               |
| valid-dockerfile                   |           1 |     0 | \`FROM BASEIMAGE\`, which a script fills in                                                                             |
| no-obsolete-version                |         212 |   159 | files for Swarm and Podman, parts of a stack, what a program writes, copies, past years                               |
| tagged-image                       |         255 |    12 | all but databases with a volume: no tag, or \`latest\`                                                                  |
| no-public-database-ports           |         152 |     6 | databases with a password, or that are not started again; development, tests, examples                                |
| loadable-compose                   |          99 |    20 | the same missing file again; files for Podman                                                                         |
| no-credential-literals             |          24 |     0 | all but tokens and keys that tell their issuer                                                                        |
| no-secrets-in-commands             |           2 |     0 | the same                                                                                                              |
| no-unused-definitions              |          11 |     9 | what a comment uses; definitions with a name of their own in files that others may join                               |

Messages that read badly or said too much were mended on the way: \`apt-get install\` of one package does not stop the build by itself; an ENTRYPOINT in shell form loses arguments, not only signals; OpenSearch, Valkey, MariaDB and
Redpanda are called by their names.

## What left the default, or did not come in

| rule                                 | hits | agreed of those read | on in            |
| ------------------------------------ | ---: | -------------------: | ---------------- |
| dnf-cache-removed, every image       |   32 |             26 of 30 | strict           |
| key-value-with-equals                |  821 |             13 of 30 | strict           |
| non-root-user                        |  378 |             14 of 30 | security, strict |
| tagged-base-image, every base        |  167 |             14 of 30 | security, strict |
| workdir-instead-of-cd, every \`cd\`    |  103 |              7 of 30 | strict           |
| no-piped-download                    |   65 |              3 of 30 | security, strict |
| no-passwordless-sudo                 |   40 |              0 of 23 | security, strict |
| default-base-image                   |   54 |              0 of 30 | strict           |
| final-user-not-root                  |   23 |              7 of 23 | security, strict |
| tagged-image, every service          |  255 |              6 of 30 | security, strict |
| no-public-database-ports, every port |  152 |              3 of 28 | security, strict |
| no-docker-socket, every service      |   45 |              2 of 35 | security, strict |
| no-credential-literals, every value  |   24 |              2 of 24 | security, strict |
| no-privileged, every service         |   11 |              4 of 11 | security, strict |
| dependency-waits-for-health          |   29 |             13 of 29 | strict           |
| no-root-capabilities                 |    1 |               0 of 1 | security, strict |

- \`non-root-user\` was read again in a narrower form, services that expose a port and have a user to run as, outside of development, tests and examples: 13 of 31. Where the file makes the user itself, nearly all give up root on their own (nginx, php-fpm, Zulip) or
  need it (Docker in Docker); where the base brings one, lessons and demonstrations are left, and whoever runs them in Kubernetes sets the user there.
- \`no-docker-socket\`: what gets the socket is a proxy that watches containers, a runner, a tool for the host. Two Kafka images of old got it for nothing. \`no-privileged\` meets builders, sandboxes and firewalls, and four services that need less.
- \`tagged-image\`: examples, the project's own images, files for development. Where all other images of a file are pinned, the verdict was to agree.
- \`no-public-database-ports\`: stacks for one machine; a port was taken for Kafka's that was a gateway's.
- \`dependency-waits-for-health\`: members of a cluster that wait for each other would never start; proxies and backups need not wait.
- \`persistent-database\` and \`no-links\` were looked through for coming in and stay in \`strict\`: databases of demonstrations are thrown away on purpose, and old links do no harm.

The wide forms of the Compose rules and the narrow one of \`non-root-user\` are not listed hit by hit.

## The hits that were read: Dockerfile rules

<details>
<summary><code>copy-instead-of-add</code>: 30 of 30 agreed</summary>

| hit                                                                                                 | verdict | reason                                      |
| --------------------------------------------------------------------------------------------------- | ------- | ------------------------------------------- |
| CentOS__CentOS-Dockerfiles/lighttpd/centos6/Dockerfile:20                                           | agree   | one local file                              |
| CentOS__CentOS-Dockerfiles/lighttpd/centos6/Dockerfile:33                                           | agree   | one local file                              |
| GoogleContainerTools__skaffold/codelab/01_kpt-validate/resources/sample-app/php-redis/Dockerfile:28 | agree   | one local file                              |
| discourse__discourse_docker/image/base/Dockerfile:31                                                | agree   | script of the build, in a builder stage     |
| discourse__discourse_docker/image/base/Dockerfile:51                                                | agree   | C source, in a builder stage                |
| discourse__discourse_docker/image/base/Dockerfile:55                                                | agree   | script of the build, in a builder stage     |
| discourse__discourse_docker/image/base/Dockerfile:214                                               | agree   | key file, COPY stands elsewhere in the file |
| discourse__discourse_docker/image/discourse_dev/Dockerfile:28                                       | agree   | one local file                              |
| discourse__discourse_docker/image/discourse_dev/Dockerfile:58                                       | agree   | one local file                              |
| drone__drone/docker/Dockerfile.agent.linux.arm:8                                                    | agree   | one binary                                  |
| drone__drone/docker/Dockerfile.server.linux.arm:25                                                  | agree   | one binary                                  |
| miniflux__v2/packaging/debian/Dockerfile:9                                                          | agree   | whole context, nothing unpacked             |
| sqshq__piggymetrics/auth-service/Dockerfile:4                                                       | agree   | a jar stays a jar with ADD, too             |
| sqshq__piggymetrics/turbine-stream-service/Dockerfile:4                                             | agree   | a jar stays a jar with ADD, too             |
| temporalio__docker-compose/deployment/grafana/Dockerfile:2                                          | agree   | local folder                                |
| vsoch__github-dockerfiles/data/a/atomicobject/ts-stack/Dockerfile.0:6                               | agree   | one local file                              |
| vsoch__github-dockerfiles/data/c/CodeNow/devops-scripts/Dockerfile.0:25                             | agree   | local folder, of keys even                  |
| vsoch__github-dockerfiles/data/c/ComputerScienceHouse/conditional/Dockerfile.0:6                    | agree   | one local file                              |
| vsoch__github-dockerfiles/data/e/evolvingweb/drupal-docker-marriage/Dockerfile.0:41                 | agree   | one local file                              |
| vsoch__github-dockerfiles/data/e/evolvingweb/drupal-docker-marriage/Dockerfile.0:46                 | agree   | one local file                              |
| vsoch__github-dockerfiles/data/e/evolvingweb/drupal-docker-marriage/Dockerfile.0:68                 | agree   | local folder                                |
| vsoch__github-dockerfiles/data/e/evolvingweb/drupal-docker-marriage/Dockerfile.0:101                | agree   | local file                                  |
| vsoch__github-dockerfiles/data/e/eyestreet/fda_frd/Dockerfile.0:12                                  | agree   | whole context, nothing unpacked             |
| vsoch__github-dockerfiles/data/g/gooddata/gooddata-ruby/Dockerfile.0:35                             | agree   | one local file                              |
| vsoch__github-dockerfiles/data/g/gooddata/gooddata-ruby/Dockerfile.0:36                             | agree   | one local file                              |
| vsoch__github-dockerfiles/data/l/linkedin/kafka-monitor/Dockerfile.0:21                             | agree   | one local file                              |
| vsoch__github-dockerfiles/data/l/linkedin/kafka-monitor/Dockerfile.0:25                             | agree   | local folder                                |
| vsoch__github-dockerfiles/data/m/MAPC/ckan/Dockerfile.0:36                                          | agree   | one local file                              |
| vsoch__github-dockerfiles/data/m/MAPC/ckan/Dockerfile.0:39                                          | agree   | one local file                              |
| vsoch__github-dockerfiles/data/s/SUNET/eduid-dashboard/Dockerfile.0:10                              | agree   | one local file                              |

</details>

<details>
<summary><code>no-maintainer</code>: 30 of 30 agreed</summary>

| hit                                                                                 | verdict | reason                             |
| ----------------------------------------------------------------------------------- | ------- | ---------------------------------- |
| BioContainers__containers/cassiopee/1.0.5-1b1-deb/Dockerfile:2                      | agree   | labels for the rest stand below it |
| BioContainers__containers/mriconvert/1-2.1.0-1-deb/Dockerfile:2                     | agree   | labels for the rest stand below it |
| BioContainers__containers/multipletau/0.1.7ds-1-deb-py2/Dockerfile:2                | agree   | labels for the rest stand below it |
| BioContainers__containers/spectra-cluster-cli/v1.1.2/Dockerfile:17                  | agree   | labels for the rest stand below it |
| BioContainers__containers/treeviewx/0.5.120100823-4-deb/Dockerfile:2                | agree   | labels for the rest stand below it |
| mritd__dockerfile/chrome-headless/Dockerfile:3                                      | agree   | deprecated since 2017              |
| sqshq__piggymetrics/auth-service/Dockerfile:2                                       | agree   | deprecated since 2017              |
| sqshq__piggymetrics/turbine-stream-service/Dockerfile:2                             | agree   | deprecated since 2017              |
| vimagick__dockerfiles/drone-scp-arm/Dockerfile:6                                    | agree   | deprecated since 2017              |
| vimagick__dockerfiles/elk/arm/elasticsearch/Dockerfile:6                            | agree   | deprecated since 2017              |
| vimagick__dockerfiles/hubot/Dockerfile:6                                            | agree   | deprecated since 2017              |
| vimagick__dockerfiles/i2pd/Dockerfile:6                                             | agree   | deprecated since 2017              |
| vsoch__github-dockerfiles/data/a/AkihikoITOH/mydockerfiles/Dockerfile.1:2           | agree   | deprecated since 2017              |
| vsoch__github-dockerfiles/data/a/ae6rt/decap/Dockerfile.10:3                        | agree   | deprecated since 2017              |
| vsoch__github-dockerfiles/data/a/augustash/docker-phusion-phpfpm-oci/Dockerfile.1:2 | agree   | deprecated since 2017              |
| vsoch__github-dockerfiles/data/b/bbungsang/Used-Book-Store/Dockerfile.0:8           | agree   | deprecated since 2017              |
| vsoch__github-dockerfiles/data/c/ComputerScienceHouse/conditional/Dockerfile.0:2    | agree   | deprecated since 2017              |
| vsoch__github-dockerfiles/data/e/EOL/harvester/Dockerfile.0:2                       | agree   | a LABEL stands in the next line    |
| vsoch__github-dockerfiles/data/i/imatix/gsl/Dockerfile.0:2                          | agree   | deprecated since 2017              |
| vsoch__github-dockerfiles/data/i/ipinak/docker-files/Dockerfile.0:4                 | agree   | deprecated since 2017              |
| vsoch__github-dockerfiles/data/j/jivesoftware/jive-derby/Dockerfile.0:2             | agree   | deprecated since 2017              |
| vsoch__github-dockerfiles/data/l/lharkness/containerizedservices/Dockerfile.5:11    | agree   | deprecated since 2017              |
| vsoch__github-dockerfiles/data/m/meedan/docker-hub/Dockerfile.0:5                   | agree   | deprecated since 2017              |
| vsoch__github-dockerfiles/data/n/namics/TerrificNet/Dockerfile.0:2                  | agree   | deprecated since 2017              |
| vsoch__github-dockerfiles/data/o/OWASP/Benchmark/Dockerfile.0:3                     | agree   | quotes and all in one string       |
| vsoch__github-dockerfiles/data/o/orgsync/docker-library/Dockerfile.10:2             | agree   | deprecated since 2017              |
| vsoch__github-dockerfiles/data/r/realXtend/tundra-urho3d/Dockerfile.0:2             | agree   | deprecated since 2017              |
| vsoch__github-dockerfiles/data/t/theonion/bulbs-elements/Dockerfile.0:2             | agree   | deprecated since 2017              |
| vsoch__github-dockerfiles/data/u/uit-no/incoming/Dockerfile.0:2                     | agree   | deprecated since 2017              |
| vsoch__github-dockerfiles/data/u/unb-libraries/docker-drupal/Dockerfile.0:2         | agree   | deprecated since 2017              |

</details>

<details>
<summary><code>pip-no-cache-dir</code>: 35 of 36 agreed</summary>

| hit                                                                               | verdict  | reason                                                  |
| --------------------------------------------------------------------------------- | -------- | ------------------------------------------------------- |
| GoogleCloudPlatform__python-docs-samples/cloud-sql/mysql/sqlalchemy/Dockerfile:28 | agree    | cache stays in a layer that is shipped                  |
| OpenDevin__OpenDevin/evaluation/logic_reasoning/Dockerfile:3                      | disagree | an environment for one benchmark, size is of no concern |
| TandoorRecipes__recipes/Dockerfile:23                                             | agree    | the last install of the RUN has the option              |
| TandoorRecipes__recipes/Dockerfile:25                                             | agree    | the same                                                |
| TandoorRecipes__recipes/Dockerfile:26                                             | agree    | the same                                                |
| airbytehq__airbyte-platform/airbyte-base-java-python-image/Dockerfile:28          | agree    | pip itself, and the user keeps the cache                |
| apache__skywalking-showcase/services/recommendation-service/Dockerfile:22         | agree    | cache stays in a layer that is shipped                  |
| aws__aws-codebuild-docker-images/al/x86_64/standard/6.0/Dockerfile:432            | agree    | two of four installs have the option                    |
| aws__aws-codebuild-docker-images/al/x86_64/standard/6.0/Dockerfile:434            | agree    | the same                                                |
| docker__genai-stack/api.Dockerfile:13                                             | agree    | apt cleans up in the same file                          |
| docker__genai-stack/bot.Dockerfile:13                                             | agree    | apt cleans up in the same file                          |
| docker__genai-stack/loader.Dockerfile:13                                          | agree    | apt cleans up in the same file                          |
| goharbor__harbor/make/photon/prepare/Dockerfile.base:5                            | agree    | tdnf cleans up in the line above                        |
| huggingface__text-generation-inference/Dockerfile.neuron:127                      | agree    | hundreds of megabytes; other lines have the option      |
| huggingface__text-generation-inference/Dockerfile.neuron:135                      | agree    | hundreds of megabytes; other lines have the option      |
| huggingface__text-generation-inference/Dockerfile.neuron:157                      | agree    | hundreds of megabytes; other lines have the option      |
| huggingface__text-generation-inference/Dockerfile_amd:193                         | agree    | other lines have the option                             |
| huggingface__text-generation-inference/Dockerfile_amd:95                          | agree    | other lines have the option                             |
| huggingface__text-generation-inference/Dockerfile_gaudi:96                        | agree    | the next line has the option                            |
| huggingface__text-generation-inference/Dockerfile_gaudi:99                        | agree    | the line above has the option                           |
| instana__robot-shop/load-gen/Dockerfile:15                                        | agree    | cache stays in a layer that is shipped                  |
| jessfraz__dockerfiles/dcos-cli/Dockerfile:8                                       | agree    | apk in the same RUN does without cache                  |
| mailcow__mailcow-dockerized/data/Dockerfiles/nginx/Dockerfile:10                  | agree    | apk in the same RUN does without cache                  |
| traefik__traefik/docs/docs.Dockerfile:12                                          | agree    | apk in the same RUN does without cache                  |
| vsoch__github-dockerfiles/data/1/11craft/immercv/Dockerfile.0:8                   | agree    | cache stays in a layer that is shipped                  |
| vsoch__github-dockerfiles/data/b/bbungsang/Used-Book-Store/Dockerfile.0:23        | agree    | cache stays in a layer that is shipped                  |
| vsoch__github-dockerfiles/data/c/ComputerScienceHouse/conditional/Dockerfile.0:12 | agree    | cache stays in a layer that is shipped                  |
| vsoch__github-dockerfiles/data/h/hishamkaram/exchange/Dockerfile.0:50             | agree    | pip in an environment of its own, cached all the same   |
| vsoch__github-dockerfiles/data/l/laas/fire-rs-saop/Dockerfile.0:11                | agree    | cache stays in a layer that is shipped                  |
| vsoch__github-dockerfiles/data/s/sendgrid/dx-automator/Dockerfile.0:11            | agree    | cache stays in a layer that is shipped                  |
| vsoch__github-dockerfiles/data/t/torchbox/wagtail-torchbox/Dockerfile.0:35        | agree    | apt cleans up in the same file                          |
| vsoch__github-dockerfiles/data/v/vmluan/configuration/Dockerfile.29:59            | agree    | pip of a build agent                                    |
| vsoch__github-dockerfiles/data/v/vmluan/configuration/Dockerfile.29:60            | agree    | pip of a build agent                                    |
| vsoch__github-dockerfiles/data/w/Wei1234c/dockerfiles/Dockerfile.15:44            | agree    | cache stays in a layer that is shipped                  |
| vsoch__github-dockerfiles/data/w/Wei1234c/dockerfiles/Dockerfile.15:48            | agree    | cache stays in a layer that is shipped                  |
| vsoch__github-dockerfiles/data/w/w3c/webauthn/Dockerfile.0:7                      | agree    | cache stays in a layer that is shipped                  |

</details>

<details>
<summary><code>apt-lists-removed</code>: 29 of 30 agreed</summary>

| hit                                                                                                      | verdict  | reason                                             |
| -------------------------------------------------------------------------------------------------------- | -------- | -------------------------------------------------- |
| AbdBarho__stable-diffusion-webui-docker/services/comfy/Dockerfile:5                                      | agree    | \`apt-get clean\` stands there, it leaves the lists  |
| Azure__azure-functions-docker/host/3.0/buster/amd64/node/node12/node12.Dockerfile:52                     | agree    | the next RUN installs again: join both             |
| Azure__azure-functions-docker/host/4/bullseye/dotnet-inproc/dotnet-slim.Dockerfile:55                    | agree    | an image that calls itself slim                    |
| Azure__azure-functions-docker/host/4/bullseye/python/python37/python37.Dockerfile:87                     | agree    | removed above, fetched again                       |
| DataTalksClub__data-engineering-zoomcamp/07-streaming/extras/python/docker/spark/jupyterlab.Dockerfile:8 | agree    | image of a service in a course                     |
| GoogleCloudPlatform__cloud-builders-community/zip/Dockerfile:3                                           | agree    | published tool                                     |
| GoogleCloudPlatform__python-docs-samples/cloud-sql/mysql/sqlalchemy/Dockerfile:19                        | agree    | updates and installs nothing: the RUN is of no use |
| LemmyNet__lemmy/docker/Dockerfile:56                                                                     | agree    | published image                                    |
| PowerShell__PowerShell-Docker/release/7-4/ubuntu22.04-arm32v7/docker/Dockerfile:52                       | agree    | published image, \`--no-install-recommends\` is set  |
| apache__apisix-docker/debian/Dockerfile:37                                                               | agree    | purges, but leaves the lists                       |
| bigbluebutton__docker/mod/bbb-graphql-server/Dockerfile:12                                               | agree    | published image                                    |
| bigbluebutton__docker/mod/bbb-webrtc-recorder/Dockerfile:26                                              | agree    | published image                                    |
| kubernetes__minikube/deploy/images/kubernetes-bootcamp/Dockerfile:18                                     | agree    | published image                                    |
| reviewdog__reviewdog/proto/Dockerfile:7                                                                  | disagree | a tool to generate code, not shipped               |
| testdrivenio__django-on-docker/app/Dockerfile:12                                                         | agree    | image of a service, lists left                     |
| vsoch__github-dockerfiles/data/a/AkihikoITOH/mydockerfiles/Dockerfile.1:11                               | agree    | upgrade without cleaning up                        |
| vsoch__github-dockerfiles/data/a/af83/chouette-core/Dockerfile.0:22                                      | agree    | removed in a later RUN only                        |
| vsoch__github-dockerfiles/data/c/ComputerScienceHouse/conditional/Dockerfile.0:10                        | agree    | \`apt-get clean\` stands there, it leaves the lists  |
| vsoch__github-dockerfiles/data/c/ComputerScienceHouse/conditional/Dockerfile.0:18                        | agree    | removes packages, leaves the lists                 |
| vsoch__github-dockerfiles/data/c/cookpad/cookpad-internship-2017-summer/Dockerfile.0:5                   | agree    | image for a course                                 |
| vsoch__github-dockerfiles/data/f/finnlabs/ucs-openproject/Dockerfile.0:3                                 | agree    | the next RUN installs again: join both             |
| vsoch__github-dockerfiles/data/h/hootener/popuppopcorn/Dockerfile.0:13                                   | agree    | image of a service, lists left                     |
| vsoch__github-dockerfiles/data/i/ipinak/docker-files/Dockerfile.0:9                                      | agree    | image of a service, lists left                     |
| vsoch__github-dockerfiles/data/i/itteco/iframely/Dockerfile.0:10                                         | agree    | purges and cleans, but not the lists               |
| vsoch__github-dockerfiles/data/k/KevinOConnor/klipper/Dockerfile.0:17                                    | agree    | lists for one package                              |
| vsoch__github-dockerfiles/data/l/lostechies/wordpress/Dockerfile.0:3                                     | agree    | image of a service, lists left                     |
| vsoch__github-dockerfiles/data/s/slpcat/docker-images/Dockerfile.437:4                                   | agree    | image of an agent                                  |
| vsoch__github-dockerfiles/data/t/toladata/TolaTables/Dockerfile.0:6                                      | agree    | image of a service, lists left                     |
| vsoch__github-dockerfiles/data/u/uit-no/incoming/Dockerfile.0:7                                          | agree    | image of a service, lists left                     |
| vsoch__github-dockerfiles/data/w/web2py/web2py/Dockerfile.10:5                                           | agree    | image of a service, lists left                     |

</details>

<details>
<summary><code>update-with-install</code>: 29 of 29 agreed</summary>

| hit                                                                                           | verdict | reason                                                      |
| --------------------------------------------------------------------------------------------- | ------- | ----------------------------------------------------------- |
| confluentinc__demo-scene/mongodb-demo/docker/demo-launcher/Dockerfile:6                       | agree   | several installs below                                      |
| ddev__ddev/containers/test-ssh-server/Dockerfile:3                                            | agree   | lists cached apart from the install                         |
| hexpm__bob/priv/scripts/docker/erlang-debian-bullseye.dockerfile:5                            | agree   | in a build stage, where stale lists break the build as well |
| hexpm__bob/priv/scripts/docker/erlang-ubuntu-focal.dockerfile:5                               | agree   | in a build stage, where stale lists break the build as well |
| hexpm__bob/priv/scripts/otp/otp-ubuntu-22.04.dockerfile:6                                     | agree   | lists cached apart from the install                         |
| hexpm__bob/priv/scripts/otp/otp-ubuntu-26.04.dockerfile:6                                     | agree   | lists cached apart from the install                         |
| laradock__laradock/certbot/Dockerfile:7                                                       | agree   | lists cached apart from the install                         |
| microservices-demo__microservices-demo/openapi/Dockerfile:7                                   | agree   | apk add below uses old lists                                |
| vsoch__github-dockerfiles/data/b/balabit-deps/balabit-os-7-llvm-toolchain-6.0/Dockerfile.0:11 | agree   | lists cached apart from the install                         |
| vsoch__github-dockerfiles/data/b/bigswitch/bosi/Dockerfile.0:4                                | agree   | lists cached apart from the install                         |
| vsoch__github-dockerfiles/data/c/CodeNow/devops-scripts/Dockerfile.0:3                        | agree   | lists cached apart from the install                         |
| vsoch__github-dockerfiles/data/c/codeandtheory/Willow/Dockerfile.0:4                          | agree   | lists cached apart from the install                         |
| vsoch__github-dockerfiles/data/e/esl/MongooseIM/Dockerfile.0:11                               | agree   | lists cached apart from the install                         |
| vsoch__github-dockerfiles/data/e/evolvingweb/drupal-docker-marriage/Dockerfile.0:12           | agree   | lists cached apart from the install                         |
| vsoch__github-dockerfiles/data/f/flightaware/cpptcl/Dockerfile.0:4                            | agree   | several installs below                                      |
| vsoch__github-dockerfiles/data/i/imatix/gsl/Dockerfile.0:4                                    | agree   | lists cached apart from the install                         |
| vsoch__github-dockerfiles/data/l/LinuxOnCloud/Docker_Sample/Dockerfile.108:5                  | agree   | several installs below                                      |
| vsoch__github-dockerfiles/data/m/MAPC/ckan/Dockerfile.0:13                                    | agree   | lists cached apart from the install                         |
| vsoch__github-dockerfiles/data/m/moneybird/dnsizer/Dockerfile.0:7                             | agree   | lists cached apart from the install                         |
| vsoch__github-dockerfiles/data/o/OWASP/Benchmark/Dockerfile.0:5                               | agree   | lists cached apart from the install                         |
| vsoch__github-dockerfiles/data/p/praekelt/unicore-mama-sbm/Dockerfile.0:8                     | agree   | lists cached apart from the install                         |
| vsoch__github-dockerfiles/data/p/priteshmehta/docker-intro/Dockerfile.0:17                    | agree   | several installs below                                      |
| vsoch__github-dockerfiles/data/r/realXtend/tundra-urho3d/Dockerfile.0:4                       | agree   | \`install -f\` below uses old lists                           |
| vsoch__github-dockerfiles/data/s/sbmandava/nscale-bigdata-blue-print1/Dockerfile.1:9          | agree   | lists cached apart from the install                         |
| vsoch__github-dockerfiles/data/s/shabbychef/HappyCampR/Dockerfile.0:25                        | agree   | two updates in one RUN, the install in the next             |
| vsoch__github-dockerfiles/data/s/solgenomics/solbase/Dockerfile.0:27                          | agree   | lists cached apart from the install                         |
| vsoch__github-dockerfiles/data/s/synctree/docker/Dockerfile.4:5                               | agree   | lists cached apart from the install                         |
| vsoch__github-dockerfiles/data/v/vokal/vip/Dockerfile.0:4                                     | agree   | lists cached apart from the install                         |
| vsoch__github-dockerfiles/data/z/zenoss/metricshipper/Dockerfile.0:5                          | agree   | lists cached apart from the install                         |

</details>

<details>
<summary><code>exec-form-cmd</code>: 28 of 28 agreed</summary>

| hit                                                                                                       | verdict | reason                            |
| --------------------------------------------------------------------------------------------------------- | ------- | --------------------------------- |
| DataTalksClub__data-engineering-zoomcamp/07-streaming/extras/python/docker/spark/jupyterlab.Dockerfile:16 | agree   | \`jupyter\` behind a shell          |
| GoogleCloudPlatform__cloud-builders-community/dataflow-python3/Dockerfile:5                               | agree   | arguments of docker run are lost  |
| OWASP__crAPI/services/community/Dockerfile:46                                                             | agree   | \`main\` behind a shell             |
| OWASP__crAPI/services/web/Dockerfile:43                                                                   | agree   | \`nginx-wrapper.sh\` behind a shell |
| apache__skywalking-showcase/services/app/server/Dockerfile.agentless:27                                   | agree   | \`npm\` behind a shell              |
| apache__skywalking-showcase/services/load-gen/Dockerfile:28                                               | agree   | \`python3\` behind a shell          |
| apache__skywalking-showcase/services/recommendation-service/Dockerfile.agentless:29                       | agree   | \`python\` behind a shell           |
| bigbluebutton__docker/mod/apps-akka/Dockerfile:43                                                         | agree   | arguments of docker run are lost  |
| ethereum-optimism__optimism/ops/docker/proofs-tools/Dockerfile:23                                         | agree   | \`op-challenger\` behind a shell    |
| goharbor__harbor/make/photon/log/Dockerfile:24                                                            | agree   | \`start.sh\` behind a shell         |
| hyperledger__fabric-samples/token-sdk/Dockerfile:13                                                       | agree   | arguments of docker run are lost  |
| kubernetes-sigs__kind/images/local-path-provisioner/Dockerfile:36                                         | agree   | the base has no shell at all      |
| microsoft__mssql-docker/linux/preview/RHEL/Dockerfile:51                                                  | agree   | \`sqlservr\` behind a shell         |
| microsoft__mssql-docker/linux/preview/examples/mssql-agent-fts-ha-tools/Dockerfile:26                     | agree   | \`sqlservr\` behind a shell         |
| vsoch__github-dockerfiles/data/b/bbungsang/Used-Book-Store/Dockerfile.0:39                                | agree   | \`supervisord\` behind a shell      |
| vsoch__github-dockerfiles/data/c/CodeNow/devops-scripts/Dockerfile.0:38                                   | agree   | \`start.sh\` behind a shell         |
| vsoch__github-dockerfiles/data/c/cloud66/igor-bot/Dockerfile.1:11                                         | agree   | \`node\` behind a shell             |
| vsoch__github-dockerfiles/data/c/cucumber/docs.cucumber.io/Dockerfile.0:45                                | agree   | \`hugo\` behind a shell             |
| vsoch__github-dockerfiles/data/d/docusign/recipe-010-webhook-node/Dockerfile.0:18                         | agree   | \`npm\` behind a shell              |
| vsoch__github-dockerfiles/data/k/krux/carbon-relay-ng/Dockerfile.0:7                                      | agree   | the CMD below is dropped          |
| vsoch__github-dockerfiles/data/l/lunatech-labs/lunatech-big-data-guild/Dockerfile.0:26                    | agree   | the CMD below is dropped          |
| vsoch__github-dockerfiles/data/m/macropodhq/macropod-components/Dockerfile.0:8                            | agree   | \`start_container\` behind a shell  |
| vsoch__github-dockerfiles/data/m/meanbee/slack-jira-bot/Dockerfile.0:6                                    | agree   | arguments of docker run are lost  |
| vsoch__github-dockerfiles/data/n/notonthehighstreet/toga/Dockerfile.0:25                                  | agree   | \`npm\` behind a shell              |
| vsoch__github-dockerfiles/data/p/praekelt/unicore-mama-sbm/Dockerfile.0:30                                | agree   | \`gunicorn\` behind a shell         |
| vsoch__github-dockerfiles/data/s/sendgrid/dx-automator/Dockerfile.0:17                                    | agree   | \`python\` behind a shell           |
| vsoch__github-dockerfiles/data/t/torchbox/wagtail-torchbox/Dockerfile.0:59                                | agree   | \`gunicorn\` behind a shell         |
| vsoch__github-dockerfiles/data/v/vokal/vip/Dockerfile.0:30                                                | agree   | \`vip\` behind a shell              |

</details>

<details>
<summary><code>apk-no-cache</code>: 22 of 23 agreed</summary>

| hit                                                                                     | verdict  | reason                                                |
| --------------------------------------------------------------------------------------- | -------- | ----------------------------------------------------- |
| FlowiseAI__Flowise/docker/worker/Dockerfile:3                                           | agree    | the next line has the option                          |
| OWASP__crAPI/services/web/Dockerfile:30                                                 | agree    | index stays in the layer                              |
| envoyproxy__examples/datadog-tracing/http.dockerfile:9                                  | agree    | index stays in the layer                              |
| grafana__tempo/cmd/tempo/Dockerfile_debug:6                                             | agree    | published debug image                                 |
| instana__robot-shop/fluentd/Dockerfile:4                                                | agree    | index stays in the layer                              |
| kubeflow__pipelines/backend/src/cache/deployer/Dockerfile:3                             | agree    | index stays in the layer                              |
| kubernetes__minikube/deploy/images/gvisor/Dockerfile:26                                 | agree    | published image                                       |
| kubernetes__minikube/deploy/images/kube-registry-proxy/Dockerfile:19                    | agree    | published image                                       |
| mailcow__mailcow-dockerized/data/Dockerfiles/netfilter/Dockerfile:12                    | agree    | published image                                       |
| mailcow__mailcow-dockerized/data/Dockerfiles/netfilter/Dockerfile:17                    | agree    | second index in one RUN                               |
| microservices-demo__microservices-demo/deploy/kubernetes/Dockerfile:3                   | agree    | index stays in the layer                              |
| microservices-demo__microservices-demo/openapi/Dockerfile:8                             | disagree | a container for contract tests, size is of no concern |
| nextcloud__docker/.examples/dockerfiles/imap/fpm-alpine/Dockerfile:21                   | agree    | published image, its other lines have the option      |
| vimagick__dockerfiles/hubot/Dockerfile:17                                               | agree    | index stays in the layer                              |
| vsoch__github-dockerfiles/data/2/2600hz/docker/Dockerfile.2:4                           | agree    | index stays in the layer                              |
| vsoch__github-dockerfiles/data/a/atomicobject/ts-stack/Dockerfile.0:3                   | agree    | removes another folder                                |
| vsoch__github-dockerfiles/data/b/BertrandMarechal/docker-udemy/Dockerfile.0:24          | agree    | answer of a lesson                                    |
| vsoch__github-dockerfiles/data/b/blueberryapps/truesurvivor/Dockerfile.0:7              | agree    | index stays in the layer                              |
| vsoch__github-dockerfiles/data/n/nilsonmolina/docker-basics/Dockerfile.1:25             | agree    | answer of a lesson                                    |
| vsoch__github-dockerfiles/data/s/seesaw/codelab_docker4dev_devfest1_2017/Dockerfile.2:5 | agree    | index stays in the layer                              |
| vsoch__github-dockerfiles/data/t/transloadit/uppy/Dockerfile.0:10                       | agree    | removes the packages, not the index                   |
| vsoch__github-dockerfiles/data/t/transloadit/uppy/Dockerfile.0:15                       | agree    | index stays in the layer                              |
| vsoch__github-dockerfiles/data/w/Webtrends/tableau-infinity-wdc/Dockerfile.0:3          | agree    | index stays in the layer                              |

</details>

<details>
<summary><code>heredoc-stops-at-errors</code>: 14 of 14 agreed</summary>

| hit                                                                      | verdict | reason                               |
| ------------------------------------------------------------------------ | ------- | ------------------------------------ |
| MISP__misp-docker/core/Dockerfile:305                                    | agree   | a failed copy goes unseen            |
| MISP__misp-docker/guard/Dockerfile:8                                     | agree   | a failed install goes unseen         |
| MISP__misp-docker/guard/Dockerfile:34                                    | agree   | a failed install goes unseen         |
| OpenDevin__OpenDevin/containers/dev/Dockerfile:112                       | agree   | make may fail unseen                 |
| TandoorRecipes__recipes/Dockerfile:33                                    | agree   | a failed link goes unseen            |
| airbytehq__airbyte-platform/airbyte-base-java-python-image/Dockerfile:7  | agree   | a failed install goes unseen         |
| airbytehq__airbyte-platform/airbyte-base-java-python-image/Dockerfile:25 | agree   | a failed install goes unseen         |
| docker__awesome-compose/apache-php/app/Dockerfile:14                     | agree   | a user that was not made goes unseen |
| docker__awesome-compose/django/app/Dockerfile:18                         | agree   | a user that was not made goes unseen |
| docker__awesome-compose/nginx-aspnet-mysql/backend/Dockerfile:23         | agree   | a user that was not made goes unseen |
| docker__awesome-compose/react-express-mongodb/backend/Dockerfile:24      | agree   | a user that was not made goes unseen |
| docker__awesome-compose/react-express-mongodb/frontend/Dockerfile:34     | agree   | a user that was not made goes unseen |
| docker__awesome-compose/vuejs/vuejs/Dockerfile:20                        | agree   | a user that was not made goes unseen |
| ory__hydra/.docker/Dockerfile-alpine:3                                   | agree   | a failed install goes unseen         |

</details>

<details>
<summary><code>no-sudo</code>: 14 of 14 agreed</summary>

| hit                                                                    | verdict | reason                                              |
| ---------------------------------------------------------------------- | ------- | --------------------------------------------------- |
| GoogleCloudPlatform__python-docs-samples/.kokoro/docker/Dockerfile:74  | agree   | runs as root anyway                                 |
| GoogleCloudPlatform__python-docs-samples/.kokoro/docker/Dockerfile:94  | agree   | runs as root anyway                                 |
| GoogleCloudPlatform__python-docs-samples/.kokoro/docker/Dockerfile:233 | agree   | runs as root anyway, and no systemd runs in a build |
| OpenDevin__OpenDevin/containers/app/Dockerfile:53                      | agree   | runs as root anyway                                 |
| OpenDevin__OpenDevin/containers/app/Dockerfile:68                      | agree   | runs as root anyway                                 |
| OpenDevin__OpenDevin/containers/app/Dockerfile:68                      | agree   | runs as root anyway                                 |
| kubernetes__minikube/deploy/kicbase/Dockerfile:245                     | agree   | runs as root anyway                                 |
| kubernetes__minikube/deploy/kicbase/Dockerfile:248                     | agree   | runs as root anyway                                 |
| thecodingmachine__docker-images-php/Dockerfile.fpm.node:22             | agree   | runs as root anyway                                 |
| thecodingmachine__docker-images-php/Dockerfile.fpm.node:24             | agree   | runs as root anyway                                 |
| thecodingmachine__docker-images-php/Dockerfile.fpm.node:25             | agree   | runs as root anyway                                 |
| thecodingmachine__docker-images-php/Dockerfile.fpm.node:26             | agree   | runs as root anyway                                 |
| vsoch__github-dockerfiles/data/c/CodeNow/devops-scripts/Dockerfile.0:7 | agree   | runs as root anyway                                 |
| vsoch__github-dockerfiles/data/s/solgenomics/solbase/Dockerfile.0:26   | agree   | runs as root anyway                                 |

</details>

<details>
<summary><code>redundant-target-platform</code>: 12 of 12 agreed</summary>

| hit                                                               | verdict | reason                        |
| ----------------------------------------------------------------- | ------- | ----------------------------- |
| ethereum-optimism__optimism/ops/docker/op-stack-go/Dockerfile:113 | agree   | means nothing, BuildKit warns |
| ethereum-optimism__optimism/ops/docker/op-stack-go/Dockerfile:118 | agree   | means nothing, BuildKit warns |
| ethereum-optimism__optimism/ops/docker/op-stack-go/Dockerfile:122 | agree   | means nothing, BuildKit warns |
| ethereum-optimism__optimism/ops/docker/op-stack-go/Dockerfile:126 | agree   | means nothing, BuildKit warns |
| ethereum-optimism__optimism/ops/docker/op-stack-go/Dockerfile:130 | agree   | means nothing, BuildKit warns |
| ethereum-optimism__optimism/ops/docker/op-stack-go/Dockerfile:140 | agree   | means nothing, BuildKit warns |
| ethereum-optimism__optimism/ops/docker/op-stack-go/Dockerfile:144 | agree   | means nothing, BuildKit warns |
| ethereum-optimism__optimism/ops/docker/op-stack-go/Dockerfile:148 | agree   | means nothing, BuildKit warns |
| ethereum-optimism__optimism/ops/docker/op-stack-go/Dockerfile:152 | agree   | means nothing, BuildKit warns |
| ethereum-optimism__optimism/ops/docker/op-stack-go/Dockerfile:156 | agree   | means nothing, BuildKit warns |
| ethereum-optimism__optimism/ops/docker/op-stack-go/Dockerfile:160 | agree   | means nothing, BuildKit warns |
| ethereum-optimism__optimism/ops/docker/op-stack-go/Dockerfile:164 | agree   | means nothing, BuildKit warns |

</details>

<details>
<summary><code>apt-get-yes</code>: 7 of 7 agreed</summary>

| hit                                                                                         | verdict | reason                                        |
| ------------------------------------------------------------------------------------------- | ------- | --------------------------------------------- |
| Azure__azure-functions-docker/host/4/bullseye/dotnet-inproc/dotnet-core-tools.Dockerfile:56 | agree   | works until the package needs another one     |
| OpenDevin__OpenDevin/containers/app/Dockerfile:50                                           | agree   | works as long as both are there already       |
| decidim__docker/Dockerfile-test:16                                                          | agree   | works until a package needs another one       |
| jellyfin__jellyfin-packaging/portable/Dockerfile:55                                         | agree   | \`-f install\` asks when it has something to do |
| reviewdog__reviewdog/proto/Dockerfile:7                                                     | agree   | works until a package needs another one       |
| vsoch__github-dockerfiles/data/c/cakesolutions/docker-images-public/Dockerfile.6:20         | agree   | works until a package needs another one       |
| vsoch__github-dockerfiles/data/i/itteco/iframely/Dockerfile.0:15                            | agree   | asks when there is something to remove        |

</details>

<details>
<summary><code>tagged-base-image</code>: 7 of 7 agreed</summary>

| hit                                                                                 | verdict | reason                                       |
| ----------------------------------------------------------------------------------- | ------- | -------------------------------------------- |
| hyperledger__fabric-samples/token-sdk/Dockerfile:11                                 | agree   | the program needs no compiler of the day     |
| vsoch__github-dockerfiles/data/i/iFixit/pulldasher/Dockerfile.0:1                   | agree   | the next Node breaks it                      |
| vsoch__github-dockerfiles/data/l/linsun/kubernetes11/Dockerfile.35:15               | agree   | CentOS has no latest any more                |
| vsoch__github-dockerfiles/data/p/praekelt/unicore-mama-sbm/Dockerfile.0:2           | agree   | its packages are gone from the newest Ubuntu |
| vsoch__github-dockerfiles/data/r/roscopecoltran/sniperkit-services/Dockerfile.686:1 | agree   | packages change with the system              |
| vsoch__github-dockerfiles/data/v/vokal/vip/Dockerfile.0:1                           | agree   | the next Go breaks it                        |
| vsoch__github-dockerfiles/data/w/Webtrends/tableau-infinity-wdc/Dockerfile.0:1      | agree   | Node comes with the system                   |

</details>

<details>
<summary><code>verified-packages</code>: 6 of 6 agreed</summary>

| hit                                                                                                     | verdict | reason                      |
| ------------------------------------------------------------------------------------------------------- | ------- | --------------------------- |
| aws-samples__aws-cdk-examples/typescript/ecs/fargate-service-with-local-image/local-image/Dockerfile:11 | agree   | the host has a certificate  |
| vsoch__github-dockerfiles/data/h/HowGood/docker-cloudwatch/Dockerfile.0:16                              | agree   | the index comes unencrypted |
| vsoch__github-dockerfiles/data/i/imatix/gsl/Dockerfile.0:5                                              | agree   | nothing needs it            |
| vsoch__github-dockerfiles/data/i/imatix/gsl/Dockerfile.0:6                                              | agree   | nothing needs it            |
| vsoch__github-dockerfiles/data/l/lunatech-labs/lunatech-big-data-guild/Dockerfile.0:10                  | agree   | the key can be added        |
| vsoch__github-dockerfiles/data/s/solgenomics/solbase/Dockerfile.0:37                                    | agree   | the key is added above      |

</details>

<details>
<summary><code>verified-tls</code>: 6 of 6 agreed</summary>

| hit                                                                                 | verdict | reason                              |
| ----------------------------------------------------------------------------------- | ------- | ----------------------------------- |
| GoogleCloudPlatform__python-docs-samples/.kokoro/docker/Dockerfile:183              | agree   | the host has a certificate          |
| GoogleCloudPlatform__python-docs-samples/.kokoro/docker/Dockerfile:184              | agree   | the host has a certificate          |
| GoogleCloudPlatform__python-docs-samples/.kokoro/docker/Dockerfile:185              | agree   | the host has a certificate          |
| vsoch__github-dockerfiles/data/c/cakesolutions/docker-images-public/Dockerfile.6:26 | agree   | the host has a certificate          |
| vsoch__github-dockerfiles/data/d/dxw/teacher-vacancy-service/Dockerfile.0:21        | agree   | the host has a certificate          |
| vsoch__github-dockerfiles/data/g/greenqloud/packer/Dockerfile.0:16                  | agree   | the comment is about redirects only |

</details>

<details>
<summary><code>no-empty-continuation</code>: 5 of 5 agreed</summary>

| hit                                                                                  | verdict | reason                                         |
| ------------------------------------------------------------------------------------ | ------- | ---------------------------------------------- |
| Azure__azure-functions-docker/host/4/bullseye/python/python37/python37.Dockerfile:24 | agree   | BuildKit warns                                 |
| Wonderfall__dockerfiles/mastodon/Dockerfile.master:39                                | agree   | BuildKit warns                                 |
| aws__aws-codebuild-docker-images/unsupported_images/java/openjdk-9/Dockerfile:128    | agree   | BuildKit warns                                 |
| infiniflow__ragflow/Dockerfile_base:59                                               | agree   | BuildKit warns                                 |
| swiftlang__swift-docker/nightly-5.9/rhel-ubi/9/buildx/Dockerfile:61                  | agree   | the backslash swallows the RUN below: a defect |

</details>

<details>
<summary><code>defined-variables</code>: 3 of 3 agreed</summary>

| hit                                                                         | verdict | reason                          |
| --------------------------------------------------------------------------- | ------- | ------------------------------- |
| tensorflow__serving/tensorflow_serving/tools/docker/Dockerfile.devel-mkl:78 | agree   | empty entry: the current folder |
| vsoch__github-dockerfiles/data/c/CodeNow/devops-scripts/Dockerfile.0:22     | agree   | empty entry: the current folder |
| vsoch__github-dockerfiles/data/v/vshn/puppet-in-docker/Dockerfile.4:15      | agree   | label is empty                  |

</details>

<details>
<summary><code>absolute-workdir</code>: 2 of 2 agreed</summary>

| hit                                                                        | verdict | reason                           |
| -------------------------------------------------------------------------- | ------- | -------------------------------- |
| telepresenceio__telepresence/build-aux/docker/images/Dockerfile.client:21  | agree   | folder depends on the base image |
| telepresenceio__telepresence/build-aux/docker/images/Dockerfile.traffic:21 | agree   | folder depends on the base image |

</details>

<details>
<summary><code>no-secrets-in-arg-env</code>: 2 of 2 agreed</summary>

| hit                                         | verdict | reason                                                              |
| ------------------------------------------- | ------- | ------------------------------------------------------------------- |
| infiniflow__ragflow/Dockerfile_base:8       | agree   | a secret mount of that name stands below, the argument is left over |
| louislam__uptime-kuma/docker/dockerfile:103 | agree   | token in the record of the build                                    |

</details>

<details>
<summary><code>dnf-yes</code>: 1 of 1 agreed</summary>

| hit                                                                             | verdict | reason                         |
| ------------------------------------------------------------------------------- | ------- | ------------------------------ |
| PowerShell__PowerShell-Docker/release/unstable/oraclelinux/docker/Dockerfile:40 | agree   | stops where there is an update |

</details>

<details>
<summary><code>no-secret-files</code>: 1 of 1 agreed</summary>

| hit                                                 | verdict | reason                   |
| --------------------------------------------------- | ------- | ------------------------ |
| OWASP__crAPI/services/gateway-service/Dockerfile:29 | agree   | private key in the image |

</details>

<details>
<summary><code>supported-base-image</code>: 40 of 41 agreed</summary>

| hit                                                                                           | verdict  | reason                                                  |
| --------------------------------------------------------------------------------------------- | -------- | ------------------------------------------------------- |
| BretFisher__docker-mastery-for-nodejs/healthchecks/Dockerfile:1                               | agree    | Node.js 10 in a course that is still sold               |
| OWASP__crAPI/services/gateway-service/Dockerfile:19                                           | agree    | the runtime image; the build stage is of today          |
| Wonderfall__dockerfiles/mastodon/Dockerfile.master:1                                          | agree    | published image of a server                             |
| Wonderfall__dockerfiles/searx/Dockerfile:1                                                    | agree    | published image of a server                             |
| docker__labs/developer-tools/java-debugging/registration-webserver/Dockerfile:2               | agree    | Tomcat 7 in a lesson that others copy                   |
| dockersamples__example-voting-app/result/Dockerfile:1                                         | agree    | its other services are on releases of today             |
| documize__community/Dockerfile:28                                                             | agree    | image that users run                                    |
| drone__drone/docker/Dockerfile.server.linux.amd64:6                                           | agree    | published image of a server                             |
| drone__drone/docker/Dockerfile.server.linux.arm:6                                             | agree    | published image of a server                             |
| instana__robot-shop/cart/Dockerfile:1                                                         | agree    | service of a demonstration that is deployed             |
| instana__robot-shop/shipping/Dockerfile:18                                                    | agree    | the image openjdk is given up                           |
| microsoft__mssql-docker/linux/mssql-server-linux/Dockerfile:6                                 | agree    | published image of a database                           |
| mritd__dockerfile/chrome-headless/Dockerfile:1                                                | agree    | a browser on an old system                              |
| mritd__dockerfile/mattermost/Dockerfile:1                                                     | agree    | image of a server                                       |
| sidpalas__devops-directive-docker-course/06-building-container-images/api-node/Dockerfile.8:3 | agree    | the step of the course that is for production           |
| thecodingmachine__docker-images-php/Dockerfile.slim.apache:3                                  | agree    | published image                                         |
| vimagick__dockerfiles/hubot/Dockerfile:5                                                      | agree    | image of a bot                                          |
| vimagick__dockerfiles/i2pd/Dockerfile:5                                                       | agree    | image of a router                                       |
| vsoch__github-dockerfiles/data/a/anshulc55/UdemyDockerRepo/Dockerfile.0:1                     | agree    | image of a service                                      |
| vsoch__github-dockerfiles/data/a/att-innovate/dali-server/Dockerfile.0:1                      | agree    | image of a service                                      |
| vsoch__github-dockerfiles/data/b/BertrandMarechal/docker-udemy/Dockerfile.0:19                | agree    | image of a service                                      |
| vsoch__github-dockerfiles/data/b/basekamp/dotcom/Dockerfile.0:1                               | agree    | PHP 5 under a public site                               |
| vsoch__github-dockerfiles/data/b/blueberryapps/truesurvivor/Dockerfile.0:1                    | agree    | image of a service                                      |
| vsoch__github-dockerfiles/data/c/ccnmtl/hound/Dockerfile.0:1                                  | agree    | image of a service                                      |
| vsoch__github-dockerfiles/data/c/conwetlab/wstore/Dockerfile.0:1                              | disagree | the program needs Python 2, a new base is a new program |
| vsoch__github-dockerfiles/data/c/csesoc/csesoc-website-v2/Dockerfile.0:1                      | agree    | a site on Django, which runs on Python 3                |
| vsoch__github-dockerfiles/data/d/docusign/recipe-010-webhook-node/Dockerfile.0:1              | agree    | Node.js 7 was never meant to last                       |
| vsoch__github-dockerfiles/data/d/dxw/teacher-vacancy-service/Dockerfile.0:12                  | agree    | public service                                          |
| vsoch__github-dockerfiles/data/e/EOL/harvester/Dockerfile.0:1                                 | agree    | image of a service                                      |
| vsoch__github-dockerfiles/data/e/evolvingweb/drupal-docker-marriage/Dockerfile.0:1            | agree    | image of a service with ports open                      |
| vsoch__github-dockerfiles/data/i/ipinak/docker-files/Dockerfile.0:3                           | agree    | image of a service                                      |
| vsoch__github-dockerfiles/data/i/itteco/iframely/Dockerfile.0:1                               | agree    | Node.js 5 was never meant to last                       |
| vsoch__github-dockerfiles/data/m/moneybird/dnsizer/Dockerfile.0:1                             | agree    | a name server                                           |
| vsoch__github-dockerfiles/data/n/nilsonmolina/docker-basics/Dockerfile.1:19                   | agree    | image of a service                                      |
| vsoch__github-dockerfiles/data/s/sbmandava/nscale-bigdata-blue-print1/Dockerfile.1:1          | agree    | image of a service                                      |
| vsoch__github-dockerfiles/data/s/seesaw/codelab_docker4dev_devfest1_2017/Dockerfile.2:2       | agree    | a lesson that others copy                               |
| vsoch__github-dockerfiles/data/t/theodo/workflow-monitor/Dockerfile.1:1                       | agree    | image of a service                                      |
| vsoch__github-dockerfiles/data/t/toladata/TolaTables/Dockerfile.0:1                           | agree    | a site on Django, which runs on Python 3                |
| vsoch__github-dockerfiles/data/t/torchbox/wagtail-torchbox/Dockerfile.0:2                     | agree    | public site                                             |
| vsoch__github-dockerfiles/data/t/transloadit/uppy/Dockerfile.0:1                              | agree    | published image                                         |
| vsoch__github-dockerfiles/data/z/zhihu/kids/Dockerfile.0:1                                    | agree    | Debian 7, whose mirrors are gone                        |

</details>

<details>
<summary><code>curl-fails-on-errors</code>: 10 of 10 agreed</summary>

| hit                                                                                 | verdict | reason                                                 |
| ----------------------------------------------------------------------------------- | ------- | ------------------------------------------------------ |
| coollabsio__coolify/docker/coolify-helper/Dockerfile:54                             | agree   | a plug-in of Docker, first started by users            |
| coollabsio__coolify/docker/coolify-helper/Dockerfile:55                             | agree   | the same                                               |
| coollabsio__coolify/docker/coolify-helper/Dockerfile:64                             | agree   | the same                                               |
| coollabsio__coolify/docker/coolify-helper/Dockerfile:65                             | agree   | the same                                               |
| coollabsio__coolify/docker/coolify-realtime/Dockerfile:26                           | agree   | the version is an argument: a wrong one gives a page   |
| coollabsio__coolify/docker/production/Dockerfile:130                                | agree   | the same                                               |
| debezium__container-images/ui/1.7/Dockerfile:46                                     | agree   | becomes the entrypoint                                 |
| kubeflow__pipelines/release/Dockerfile.release:45                                   | agree   | a tool for releases                                    |
| markshust__docker-magento/images/nginx/1.22/Dockerfile:22                           | agree   | the platform is part of the address, and not all exist |
| vsoch__github-dockerfiles/data/c/cakesolutions/docker-images-public/Dockerfile.6:23 | agree   | version and platform are part of the address           |

</details>

<details>
<summary><code>dnf-cache-removed</code>: 10 of 10 agreed</summary>

| hit                                                                          | verdict | reason                                       |
| ---------------------------------------------------------------------------- | ------- | -------------------------------------------- |
| debezium__container-images/operator/3.3/Dockerfile:97                        | agree   | one small package in a published image       |
| microsoft__mssql-docker/linux/mssql-tools/Dockerfile.rhel9:7                 | agree   | published image, each RUN leaves its own     |
| microsoft__mssql-docker/linux/mssql-tools/Dockerfile.rhel9:10                | agree   | the same                                     |
| vsoch__github-dockerfiles/data/l/LoyaltyOne/Report-Migration/Dockerfile.0:6  | agree   | image of a job, each RUN leaves its own      |
| vsoch__github-dockerfiles/data/l/LoyaltyOne/Report-Migration/Dockerfile.0:11 | agree   | the same                                     |
| vsoch__github-dockerfiles/data/l/LoyaltyOne/Report-Migration/Dockerfile.0:18 | agree   | the same                                     |
| vsoch__github-dockerfiles/data/l/LoyaltyOne/Report-Migration/Dockerfile.0:22 | agree   | the same                                     |
| vsoch__github-dockerfiles/data/o/openstreetmap/osmosis/Dockerfile.0:4        | agree   | image of a database, each RUN leaves its own |
| vsoch__github-dockerfiles/data/o/openstreetmap/osmosis/Dockerfile.0:7        | agree   | the same                                     |
| vsoch__github-dockerfiles/data/o/openstreetmap/osmosis/Dockerfile.0:10       | agree   | the same                                     |

</details>

<details>
<summary><code>dependencies-before-source</code>: 7 of 7 agreed</summary>

| hit                                                                                 | verdict | reason                                             |
| ----------------------------------------------------------------------------------- | ------- | -------------------------------------------------- |
| Azure-Samples__acr-build-helloworld-node/Dockerfile-app:5                           | agree   | a sample that shows builds in a pipeline           |
| hyperledger__fabric-samples/asset-transfer-basic/chaincode-typescript/Dockerfile:11 | agree   | \`npm ci\` at every edit                             |
| vsoch__github-dockerfiles/data/b/bbungsang/Used-Book-Store/Dockerfile.0:23          | agree   | requirements are a file of their own               |
| vsoch__github-dockerfiles/data/d/docusign/recipe-010-webhook-node/Dockerfile.0:14   | agree   | four lines to change                               |
| vsoch__github-dockerfiles/data/i/iFixit/pulldasher/Dockerfile.0:8                   | agree   | the comment above calls it installing dependencies |
| vsoch__github-dockerfiles/data/i/itteco/iframely/Dockerfile.0:13                    | agree   | apt-get runs again, too                            |
| vsoch__github-dockerfiles/data/x/xenron/sandbox-env-docker/Dockerfile.23:4          | agree   | four lines to change                               |

</details>

<details>
<summary><code>no-plain-http</code>: 5 of 5 agreed</summary>

| hit                                                                                                            | verdict | reason                                                      |
| -------------------------------------------------------------------------------------------------------------- | ------- | ----------------------------------------------------------- |
| GoogleCloudPlatform__python-docs-samples/.kokoro/docker/Dockerfile:265                                         | agree   | a program for tests that have credentials                   |
| Wonderfall__dockerfiles/mastodon/Dockerfile.master:59                                                          | agree   | source that is compiled into the image                      |
| cypress-io__cypress-docker-images/browsers-internal/releases/node-20/node20.15.0-chrome126-ff131/Dockerfile:45 | agree   | a package that is installed without the signature of a list |
| vsoch__github-dockerfiles/data/g/govijuan/family24h/Dockerfile.0:45                                            | agree   | Node.js itself                                              |
| vsoch__github-dockerfiles/data/s/synctree/docker/Dockerfile.4:7                                                | agree   | a script that is run at once                                |

</details>

<details>
<summary><code>npm-ci</code>: 4 of 4 agreed</summary>

| hit                                                                          | verdict | reason                                              |
| ---------------------------------------------------------------------------- | ------- | --------------------------------------------------- |
| OWASP__crAPI/services/web/Dockerfile:21                                      | agree   | the lock file is copied by its name                 |
| vsoch__github-dockerfiles/data/d/dxw/teacher-vacancy-service/Dockerfile.0:10 | agree   | public service; the lock file is copied by its name |
| vsoch__github-dockerfiles/data/t/theodo/workflow-monitor/Dockerfile.1:8      | agree   | the lock file is copied by its name                 |
| vsoch__github-dockerfiles/data/t/torchbox/wagtail-torchbox/Dockerfile.0:29   | agree   | the lock file is copied by its name                 |

</details>

<details>
<summary><code>workdir-instead-of-cd</code>: 2 of 2 agreed</summary>

| hit                                                                          | verdict | reason                          |
| ---------------------------------------------------------------------------- | ------- | ------------------------------- |
| vsoch__github-dockerfiles/data/a/acm-uiuc/gpu-cluster-images/Dockerfile.2:37 | agree   | \`RUN cd\` on its own             |
| vsoch__github-dockerfiles/data/c/choosedigital/Dockerfiles/Dockerfile.4:3    | agree   | the download below lands in \`/\` |

</details>

## The hits that were read: Compose rules

<details>
<summary><code>no-obsolete-version</code>: 75 of 78 agreed</summary>

| hit                                                                                                                          | verdict  | reason                                                   |
| ---------------------------------------------------------------------------------------------------------------------------- | -------- | -------------------------------------------------------- |
| BretFisher__docker-mastery-for-nodejs/depends-on/docker-compose.yml:1                                                        | agree    | nothing reads it any more                                |
| BretFisher__docker-mastery-for-nodejs/sample-01/docker-compose.yml:1                                                         | agree    | nothing reads it any more                                |
| BretFisher__docker-mastery-for-nodejs/sample-buildkit/docker-compose.yml:1                                                   | agree    | nothing reads it any more                                |
| BretFisher__docker-mastery-for-nodejs/sample-express/docker-compose.yml:1                                                    | agree    | nothing reads it any more                                |
| DataTalksClub__data-engineering-zoomcamp/07-streaming/extras/python/docker/kafka/docker-compose.yml:1                        | agree    | nothing reads it any more                                |
| Dokploy__templates/blueprints/pocketbase/docker-compose.yml:5                                                                | agree    | nothing reads it any more                                |
| FlowiseAI__Flowise/docker/docker-compose.yml:1                                                                               | agree    | nothing reads it any more                                |
| FlowiseAI__Flowise/docker/worker/docker-compose.yml:1                                                                        | agree    | nothing reads it any more                                |
| FlowiseAI__Flowise/metrics/otel/compose.yaml:1                                                                               | agree    | nothing reads it any more                                |
| GoogleCloudPlatform__nodejs-docs-samples/recaptcha_enterprise/demosite/docker-compose.yaml:17                                | agree    | nothing reads it any more                                |
| GoogleCloudPlatform__python-docs-samples/recaptcha_enterprise/demosite/docker-compose.yaml:17                                | agree    | nothing reads it any more                                |
| GoogleContainerTools__skaffold/examples/compose/docker-compose.yaml:1                                                        | agree    | nothing reads it any more                                |
| HariSekhon__Dockerfiles/kafka/docker-compose.yml:15                                                                          | agree    | nothing reads it any more                                |
| HariSekhon__Dockerfiles/serf/docker-compose.yml:15                                                                           | agree    | nothing reads it any more                                |
| MariaDB__mariadb-docker/examples/migration-5.7/compose-mysql.yml:1                                                           | agree    | nothing reads it any more                                |
| SeleniumHQ__docker-selenium/docker-compose-v2.yml:4                                                                          | agree    | the name tells a format that is gone                     |
| StefanScherer__dockerfiles-windows/compose/docker-compose.yml:1                                                              | agree    | nothing reads it any more                                |
| StefanScherer__dockerfiles-windows/node-example/docker-compose.yml:1                                                         | agree    | nothing reads it any more                                |
| TheHive-Project__Docker-Templates/docker/thehive3/docker-compose.yml:1                                                       | agree    | nothing reads it any more                                |
| TheHive-Project__Docker-Templates/docker/thehive34-cortex3-es6-nginx-https/docker-compose.yml:1                              | agree    | nothing reads it any more                                |
| TheHive-Project__Docker-Templates/docker/thehive34-es6-nginx-https/docker-compose.yml:1                                      | agree    | nothing reads it any more                                |
| Wonderfall__dockerfiles/reverse/docker-compose.yml:1                                                                         | agree    | nothing reads it any more                                |
| apache__dolphinscheduler/.github/workflows/cluster-test/mysql_with_mysql_registry/docker-compose-cluster.yaml:18             | agree    | Compose warns in every run of CI                         |
| apache__dolphinscheduler/.github/workflows/cluster-test/mysql_with_zookeeper_registry/docker-compose-base.yaml:18            | agree    | Compose warns in every run of CI                         |
| apache__dolphinscheduler/.github/workflows/schema-check/postgresql/docker-compose-base.yaml:18                               | agree    | Compose warns in every run of CI                         |
| apache__kafka/docker/examples/docker-compose-files/cluster/isolated/plaintext/docker-compose.yml:17                          | agree    | nothing reads it any more                                |
| apache__kafka/docker/examples/docker-compose-files/single-node/ssl/docker-compose.yml:17                                     | agree    | nothing reads it any more                                |
| apache__skywalking-showcase/deploy/platform/docker/docker-compose.cluster.yaml:18                                            | agree    | nothing reads it any more, also of files loaded together |
| apache__skywalking-showcase/deploy/platform/docker/docker-compose.elasticsearch-monitor.yaml:21                              | agree    | nothing reads it any more, also of files loaded together |
| apache__skywalking-showcase/deploy/platform/docker/docker-compose.event.yaml:18                                              | agree    | nothing reads it any more, also of files loaded together |
| big-data-europe__docker-spark/docker-compose.yml:1                                                                           | agree    | nothing reads it any more                                |
| chroma-core__chroma/examples/server_side_embeddings/huggingface/docker-compose.yml:1                                         | agree    | nothing reads it any more                                |
| confluentinc__demo-scene/influxdb-and-kafka/docker-compose.yml:2                                                             | agree    | nothing reads it any more                                |
| dapr__quickstarts/tutorials/bindings/docker-compose-single-kafka.yml:1                                                       | agree    | nothing reads it any more                                |
| devcontainers__templates/src/docker-outside-of-docker-compose/.devcontainer/docker-compose.yml:1                             | agree    | VS Code runs Compose, which warns                        |
| devcontainers__templates/src/postgres/.devcontainer/docker-compose.yml:1                                                     | agree    | VS Code runs Compose, which warns                        |
| dgraph-io__dgraph/systest/1million/docker-compose.yml:1                                                                      | agree    | nothing reads it any more                                |
| docker__labs/developer-tools/java/scripts/docker-compose-pull-images.yml:1                                                   | agree    | nothing reads it any more                                |
| docker__labs/developer-tools/nodejs-debugging/app/docker-compose.yml:1                                                       | agree    | nothing reads it any more                                |
| docker__labs/windows/aspnet-web/docker-compose.yml:1                                                                         | agree    | nothing reads it any more                                |
| dockersamples__dotnet-album-viewer/docker-compose.yml:1                                                                      | agree    | nothing reads it any more                                |
| eugenp__tutorials/libraries-llms-2/docker-compose.yml:1                                                                      | agree    | nothing reads it any more                                |
| eugenp__tutorials/spring-boot-modules/spring-boot-3-2/src/main/resources/connectiondetails/docker/docker-compose-kafka.yml:1 | agree    | nothing reads it any more                                |
| eugenp__tutorials/spring-boot-modules/spring-boot-4/docker-compose.yml:1                                                     | agree    | nothing reads it any more                                |
| huginn__huginn/docker/single-process/docker-compose.yml:1                                                                    | agree    | nothing reads it any more                                |
| instana__robot-shop/dispatch/docker-compose.yaml:1                                                                           | agree    | nothing reads it any more                                |
| instana__robot-shop/docker-compose.yaml:1                                                                                    | agree    | nothing reads it any more                                |
| matrix-org__synapse/contrib/docker/docker-compose.yml:4                                                                      | agree    | the comment says that it is for Compose                  |
| mediagis__nominatim-docker/contrib/docker-compose.yml:1                                                                      | agree    | nothing reads it any more                                |
| microsoft__vscode-dev-containers/containers/cpp-mariadb/.devcontainer/docker-compose.yml:1                                   | agree    | VS Code runs Compose, which warns                        |
| microsoft__vscode-dev-containers/containers/dapr-dotnet/.devcontainer/docker-compose.yml:1                                   | agree    | VS Code runs Compose, which warns                        |
| microsoft__vscode-dev-containers/containers/dotnet-mssql/.devcontainer/docker-compose.yml:1                                  | agree    | VS Code runs Compose, which warns                        |
| monicahq__docker/.examples/full/docker-compose.yml:11                                                                        | agree    | nothing reads it any more                                |
| monicahq__docker/.examples/maxsize/docker-compose.yml:19                                                                     | agree    | nothing reads it any more                                |
| monicahq__docker/.examples/nginx-proxy/docker-compose.yml:21                                                                 | agree    | nothing reads it any more                                |
| monicahq__docker/.examples/supervisor/fpm-alpine/docker-compose.yml:16                                                       | agree    | nothing reads it any more                                |
| oracle__docker-images/Contrib/OracleUnifiedDirectory/samples/122140-simple-ldap/docker-compose.yml:19                        | agree    | nothing reads it any more                                |
| oracle__docker-images/OracleEssbase/samples/docker-compose/multiple-container/docker-compose.yml:5                           | agree    | nothing reads it any more                                |
| oracle__docker-images/OracleGoldenGate/21c/samples/docker-compose.yml:2                                                      | agree    | nothing reads it any more                                |
| plausible__community-edition/docker-compose.yml:1                                                                            | agree    | nothing reads it any more                                |
| ralfx22__Cloud-Ready-IaC-From-Docker-Compose/development-runs/353/docker-compose.yml:1                                       | disagree | input of an experiment, kept as it was                   |
| ralfx22__Cloud-Ready-IaC-From-Docker-Compose/development-runs/371/docker-compose.yml:1                                       | disagree | input of an experiment, kept as it was                   |
| ralfx22__Cloud-Ready-IaC-From-Docker-Compose/evaluation-runs/580/docker-compose.yml:1                                        | disagree | input of an experiment, kept as it was                   |
| runtipi__runtipi-appstore/apps/chatpad/docker-compose.yml:1                                                                  | agree    | nothing reads it any more                                |
| runtipi__runtipi-appstore/apps/hello-world/docker-compose.yml:1                                                              | agree    | nothing reads it any more                                |
| runtipi__runtipi-appstore/apps/owncloud/docker-compose.yml:1                                                                 | agree    | nothing reads it any more                                |
| sidpalas__devops-directive-docker-course/11-development-workflow/docker-compose-dev.yml:1                                    | agree    | nothing reads it any more                                |
| snipe__snipe-it/dev.docker-compose.yml:3                                                                                     | agree    | nothing reads it any more                                |
| temporalio__docker-compose/docker-compose-cass-es.yml:1                                                                      | agree    | nothing reads it any more                                |
| temporalio__docker-compose/docker-compose-multirole.yaml:1                                                                   | agree    | nothing reads it any more                                |
| temporalio__docker-compose/docker-compose-mysql.yml:1                                                                        | agree    | nothing reads it any more                                |
| temporalio__docker-compose/docker-compose.yml:1                                                                              | agree    | nothing reads it any more                                |
| testdrivenio__django-on-docker/docker-compose.prod.yml:1                                                                     | agree    | nothing reads it any more                                |
| vimagick__dockerfiles/ndscheduler/docker-compose.yml:1                                                                       | agree    | nothing reads it any more                                |
| vimagick__dockerfiles/traefik/docker-compose.yml:1                                                                           | agree    | nothing reads it any more                                |
| vulhub__vulhub/adminer/CVE-2021-21311/docker-compose.yml:1                                                                   | agree    | nothing reads it any more                                |
| woodpecker-ci__woodpecker/docker-compose.gitpod.yaml:2                                                                       | agree    | nothing reads it any more                                |
| yeasy__docker-compose-files/mongo_cluster/docker-compose.yml:3                                                               | agree    | nothing reads it any more                                |

</details>

<details>
<summary><code>no-nested-external-name</code>: 16 of 16 agreed</summary>

| hit                                                                                                  | verdict | reason                       |
| ---------------------------------------------------------------------------------------------------- | ------- | ---------------------------- |
| GoogleCloudPlatform__cloud-builders-community/rsync/examples/simple_upload/docker-compose.yml:13     | agree   | Compose warns at every start |
| StefanScherer__dockerfiles-windows/compose/docker-compose.yml:16                                     | agree   | Compose warns at every start |
| StefanScherer__dockerfiles-windows/compose/in-docker/docker-compose.yml:9                            | agree   | Compose warns at every start |
| StefanScherer__dockerfiles-windows/node-example/docker-compose.yml:21                                | agree   | Compose warns at every start |
| docker__labs/windows/modernize-traditional-apps/modernize-aspnet/v3-src/docker-compose.yml:56        | agree   | Compose warns at every start |
| docker__labs/windows/modernize-traditional-apps/modernize-aspnet/v3-src/docker/docker-compose.yml:80 | agree   | Compose warns at every start |
| dockersamples__dotnet-album-viewer/docker-compose.yml:25                                             | agree   | Compose warns at every start |
| drone__drone/docker/compose/drone-gitea/docker-compose.yml:40                                        | agree   | Compose warns at every start |
| thingsboard__thingsboard/docker/docker-compose.valkey.volumes.yml:25                                 | agree   | Compose warns at every start |
| thingsboard__thingsboard/docker/docker-compose.volumes.yml:61                                        | agree   | Compose warns at every start |
| thingsboard__thingsboard/docker/docker-compose.volumes.yml:64                                        | agree   | Compose warns at every start |
| thingsboard__thingsboard/docker/docker-compose.volumes.yml:67                                        | agree   | Compose warns at every start |
| thingsboard__thingsboard/docker/docker-compose.volumes.yml:70                                        | agree   | Compose warns at every start |
| thingsboard__thingsboard/docker/docker-compose.volumes.yml:73                                        | agree   | Compose warns at every start |
| thingsboard__thingsboard/docker/docker-compose.volumes.yml:76                                        | agree   | Compose warns at every start |
| thingsboard__thingsboard/docker/docker-compose.volumes.yml:79                                        | agree   | Compose warns at every start |

</details>

<details>
<summary><code>tagged-image</code>: 12 of 12 agreed</summary>

| hit                                                                                                        | verdict | reason                                          |
| ---------------------------------------------------------------------------------------------------------- | ------- | ----------------------------------------------- |
| BretFisher__udemy-docker-mastery/compose-sample-1/compose-2.yml:22                                         | agree   | data outlives the image                         |
| decidim__docker/docker-compose.yml:24                                                                      | agree   | PostgreSQL 18 moved its folder                  |
| devcontainers__templates/src/anaconda-postgres/.devcontainer/docker-compose.yml:24                         | agree   | PostgreSQL 18 moved its folder                  |
| devcontainers__templates/src/go-postgres/.devcontainer/docker-compose.yml:27                               | agree   | its mount had to move for PostgreSQL 18 already |
| devcontainers__templates/src/postgres/.devcontainer/docker-compose.yml:22                                  | agree   | its mount had to move for PostgreSQL 18 already |
| devcontainers__templates/src/ruby-rails-postgres/.devcontainer/docker-compose.yml:31                       | agree   | data outlives the image                         |
| docker__awesome-compose/spring-postgres/compose.yaml:11                                                    | agree   | PostgreSQL 18 moved its folder                  |
| eugenp__tutorials/spring-boot-modules/spring-boot-3-2/src/main/resources/docker-compose.yml:4              | agree   | MongoDB does not skip versions                  |
| microsoft__vscode-dev-containers/containers/javascript-node-mongo/.devcontainer/docker-compose.yml:29      | agree   | MongoDB does not skip versions                  |
| microsoft__vscode-dev-containers/containers/python-3-anaconda-postgres/.devcontainer/docker-compose.yml:30 | agree   | PostgreSQL 18 moved its folder                  |
| ralfx22__Cloud-Ready-IaC-From-Docker-Compose/evaluation-runs/580/docker-compose.yml:121                    | agree   | an evaluation is to be repeated                 |
| ralfx22__Cloud-Ready-IaC-From-Docker-Compose/evaluation-runs/610/docker-compose.yml:197                    | agree   | InfluxDB 2 keeps its data elsewhere             |

</details>

<details>
<summary><code>no-unused-definitions</code>: 9 of 9 agreed</summary>

| hit                                                                                                   | verdict | reason                                  |
| ----------------------------------------------------------------------------------------------------- | ------- | --------------------------------------- |
| AppFlowy-IO__AppFlowy-Cloud/docker-compose-dev.yml:106                                                | agree   | left over                               |
| MariaDB__mariadb-docker/examples/migration-5.7/compose-mysql.yml:27                                   | agree   | left over                               |
| SonarSource__docker-sonarqube/example-compose-files/sq-dce-custom-zip-postgres/docker-compose.yml:217 | agree   | left over from the other variants       |
| monicahq__docker/.examples/supervisor/fpm-alpine/docker-compose.yml:53                                | agree   | the service names another one: a defect |
| netbox-community__netbox-docker/docker-compose.test.yml:69                                            | agree   | left over                               |
| paperless-ngx__paperless-ngx/.devcontainer/docker-compose.devcontainer.sqlite-tika.yml:74             | agree   | left over from the other variants       |
| paperless-ngx__paperless-ngx/.devcontainer/docker-compose.devcontainer.sqlite-tika.yml:75             | agree   | left over from the other variants       |
| paperless-ngx__paperless-ngx/.devcontainer/docker-compose.devcontainer.sqlite-tika.yml:76             | agree   | left over from the other variants       |
| ralfx22__Cloud-Ready-IaC-From-Docker-Compose/evaluation-runs/610/docker-compose.yml:237               | agree   | misspelt                                |

</details>

<details>
<summary><code>no-public-database-ports</code>: 6 of 6 agreed</summary>

| hit                                                                                      | verdict | reason                                       |
| ---------------------------------------------------------------------------------------- | ------- | -------------------------------------------- |
| FlowiseAI__Flowise/docker/docker-compose-queue-prebuilt.yml:8                            | agree   | Redis without password, up after every start |
| TheHive-Project__Docker-Templates/docker/thehive35-es7-nginx-https/docker-compose.yml:22 | agree   | security is switched off                     |
| TheHive-Project__Docker-Templates/docker/thehive4-cortex31-nodered/docker-compose.yml:9  | agree   | security is switched off                     |
| apache__apisix-docker/compose/docker-compose-release.yaml:49                             | agree   | etcd without login holds the routes          |
| aws-containers__retail-store-sample-app/src/catalog/docker-compose.yml:82                | agree   | security is switched off                     |
| saleor__saleor-platform/docker-compose.yml:48                                            | agree   | only other services need it                  |

</details>

<details>
<summary><code>valid-schema</code>: 6 of 6 agreed</summary>

| hit                                                                                   | verdict | reason                                       |
| ------------------------------------------------------------------------------------- | ------- | -------------------------------------------- |
| collabnix__dockerlabs/_site/advanced/security/cgroups/cpu-stress/docker-compose.yml:1 | agree   | Compose no longer reads this form            |
| debezium__debezium-examples/distributed-caching/docker-compose.yaml:80                | agree   | \`depends\` is no key, depends_on stands below |
| vimagick__dockerfiles/krakend/docker-compose.yml:1                                    | agree   | Compose no longer reads this form            |
| vimagick__dockerfiles/node-red/arm/docker-compose.yml:1                               | agree   | Compose no longer reads this form            |
| vimagick__dockerfiles/nullmailer/docker-compose.yml:1                                 | agree   | Compose no longer reads this form            |
| vimagick__dockerfiles/prestodb/docker-compose.yml:1                                   | agree   | Compose no longer reads this form            |

</details>

<details>
<summary><code>unique-mount-targets</code>: 5 of 5 agreed</summary>

| hit                                                                                                   | verdict | reason                             |
| ----------------------------------------------------------------------------------------------------- | ------- | ---------------------------------- |
| SonarSource__docker-sonarqube/example-compose-files/sq-dce-custom-zip-postgres/docker-compose.yml:134 | agree   | the first mount never takes effect |
| SonarSource__docker-sonarqube/example-compose-files/sq-dce-custom-zip-postgres/docker-compose.yml:175 | agree   | the first mount never takes effect |
| SonarSource__docker-sonarqube/example-compose-files/sq-dce-with-mcp-postgres/docker-compose.yml:66    | agree   | the first mount never takes effect |
| SonarSource__docker-sonarqube/example-compose-files/sq-dce-with-mcp-postgres/docker-compose.yml:97    | agree   | the first mount never takes effect |
| SonarSource__docker-sonarqube/example-compose-files/sq-dce-with-mcp-postgres/docker-compose.yml:128   | agree   | the first mount never takes effect |

</details>

<details>
<summary><code>valid-yaml</code>: 2 of 2 agreed</summary>

| hit                                                                                                                                                         | verdict | reason                                  |
| ----------------------------------------------------------------------------------------------------------------------------------------------------------- | ------- | --------------------------------------- |
| oracle__docker-images/OracleDatabase/RAC/OracleRealApplicationClusters/docs/rac-container/racimage/withresponsefiles/blockdevices/podman-compose.yml:42     | agree   | second value wins or Compose refuses it |
| oracle__docker-images/OracleDatabase/RAC/OracleRealApplicationClusters/samples/rac-compose/racimage/withoutresponsefiles/blockdevices/podman-compose.yml:26 | agree   | second value wins or Compose refuses it |

</details>

<details>
<summary><code>defined-references</code>: 1 of 1 agreed</summary>

| hit                                                                    | verdict | reason                   |
| ---------------------------------------------------------------------- | ------- | ------------------------ |
| monicahq__docker/.examples/supervisor/fpm-alpine/docker-compose.yml:46 | agree   | Compose refuses the file |

</details>

<details>
<summary><code>volume-at-data-folder</code>: 10 of 10 agreed</summary>

| hit                                                                                                | verdict | reason                                                                        |
| -------------------------------------------------------------------------------------------------- | ------- | ----------------------------------------------------------------------------- |
| SonarSource__docker-sonarqube/example-compose-files/sq-with-postgres/docker-compose.yml:39         | agree   | the data of SonarQube is in a nameless volume                                 |
| decidim__docker/docker-compose.yml:26                                                              | agree   | \`postgres\` is 18 since September 2025 and does not start                      |
| docker__awesome-compose/spring-postgres/compose.yaml:16                                            | agree   | the same                                                                      |
| eugenp__tutorials/apache-kafka-2/src/main/resources/kafka-connect/04_Custom/docker-compose.yaml:81 | agree   | \`/data\` is above the image's volumes                                          |
| microsoft__vscode-dev-containers/containers/cpp-mariadb/.devcontainer/docker-compose.yml:44        | agree   | \`/var/lib/MARIADB\`: nothing writes there                                      |
| ralfx22__Cloud-Ready-IaC-From-Docker-Compose/development-runs/371/docker-compose.yml:23            | agree   | \`/data/mongo\`: nothing writes there                                           |
| ralfx22__Cloud-Ready-IaC-From-Docker-Compose/development-runs/371/docker-compose.yml:67            | agree   | \`/data/mysql\`: nothing writes there                                           |
| ralfx22__Cloud-Ready-IaC-From-Docker-Compose/development-runs/371/docker-compose.yml:191           | agree   | \`/data/postgres\`: nothing writes there                                        |
| sameersbn__docker-gitlab/docs/docker-compose-registry.yml:8                                        | agree   | the official image writes to \`/data\`, that of the project to \`/var/lib/redis\` |
| vimagick__dockerfiles/n8n/docker-compose.yml:36                                                    | agree   | \`postgres:18-alpine\` does not start                                           |

</details>

## The hits that were read: rules that left

Of the first reading, seed 1, of most by line and path only.

<details>
<summary><code>dnf-cache-removed</code>: 26 of 30 agreed</summary>

| hit                                                                                         | verdict  | reason                        |
| ------------------------------------------------------------------------------------------- | -------- | ----------------------------- |
| MariaDB__mariadb-docker/Containerfile.debug-ubi:7                                           | agree    | repository data shipped       |
| aws__aws-codebuild-docker-images/al/x86_64/standard/6.0/Dockerfile:15                       | agree    | cleaned elsewhere in the file |
| aws__aws-codebuild-docker-images/al/x86_64/standard/6.0/Dockerfile:42                       | agree    | cleaned elsewhere in the file |
| aws__aws-codebuild-docker-images/al/x86_64/standard/6.0/Dockerfile:126                      | agree    | cleaned elsewhere in the file |
| aws__aws-codebuild-docker-images/al/x86_64/standard/6.0/Dockerfile:131                      | agree    | cleaned elsewhere in the file |
| aws__aws-codebuild-docker-images/al/x86_64/standard/6.0/Dockerfile:184                      | agree    | cleaned elsewhere in the file |
| aws__aws-codebuild-docker-images/al/x86_64/standard/6.0/Dockerfile:189                      | agree    | cleaned elsewhere in the file |
| aws__aws-codebuild-docker-images/al/x86_64/standard/6.0/Dockerfile:196                      | agree    | cleaned elsewhere in the file |
| aws__aws-codebuild-docker-images/unsupported_images/al2/aarch64/standard/1.0/Dockerfile:113 | agree    | cleaned elsewhere in the file |
| cypress-io__cypress-docker-images/base-internal/releases/centos-7/Dockerfile:14             | agree    | cleaned elsewhere in the file |
| cypress-io__cypress-docker-images/base-internal/releases/centos-7/Dockerfile:25             | agree    | cleaned elsewhere in the file |
| debezium__container-images/operator/3.3/Dockerfile:97                                       | agree    | repository data shipped       |
| goharbor__harbor/make/photon/prepare/Dockerfile.base:8                                      | agree    | cleaned elsewhere in the file |
| goharbor__harbor/make/photon/prepare/Dockerfile.base:9                                      | agree    | cleaned elsewhere in the file |
| infiniflow__ragflow/Dockerfile.scratch.oc9:6                                                | agree    | repository data shipped       |
| infiniflow__ragflow/Dockerfile.scratch.oc9:25                                               | agree    | repository data shipped       |
| infiniflow__ragflow/Dockerfile.scratch.oc9:38                                               | agree    | repository data shipped       |
| microsoft__mssql-docker/linux/mssql-tools/Dockerfile.rhel9:7                                | agree    | repository data shipped       |
| microsoft__mssql-docker/linux/mssql-tools/Dockerfile.rhel9:10                               | agree    | repository data shipped       |
| miniflux__v2/packaging/rpm/Dockerfile:8                                                     | disagree | builds a package, thrown away |
| vsoch__github-dockerfiles/data/h/hishamkaram/exchange/Dockerfile.0:15                       | disagree | keeps the cache on purpose    |
| vsoch__github-dockerfiles/data/l/LoyaltyOne/Report-Migration/Dockerfile.0:6                 | agree    | repository data shipped       |
| vsoch__github-dockerfiles/data/l/LoyaltyOne/Report-Migration/Dockerfile.0:11                | agree    | repository data shipped       |
| vsoch__github-dockerfiles/data/l/LoyaltyOne/Report-Migration/Dockerfile.0:18                | agree    | repository data shipped       |
| vsoch__github-dockerfiles/data/l/LoyaltyOne/Report-Migration/Dockerfile.0:22                | agree    | repository data shipped       |
| vsoch__github-dockerfiles/data/o/openstreetmap/osmosis/Dockerfile.0:4                       | agree    | three layers of metadata      |
| vsoch__github-dockerfiles/data/o/openstreetmap/osmosis/Dockerfile.0:7                       | agree    | three layers of metadata      |
| vsoch__github-dockerfiles/data/o/openstreetmap/osmosis/Dockerfile.0:10                      | agree    | three layers of metadata      |
| vsoch__github-dockerfiles/data/s/sourcepole/kadas-albireo/Dockerfile.0:7                    | disagree | a build environment           |
| vsoch__github-dockerfiles/data/s/sourcepole/kadas-albireo/Dockerfile.0:61                   | disagree | a build environment           |

</details>

<details>
<summary><code>key-value-with-equals</code>: 13 of 30 agreed</summary>

| hit                                                                                                                  | verdict  | reason                                    |
| -------------------------------------------------------------------------------------------------------------------- | -------- | ----------------------------------------- |
| Azure__azure-functions-docker/host/3.0/buster/amd64/python/python36/python36-slim.Dockerfile:191                     | agree    | one line, BuildKit warns                  |
| CentOS__CentOS-Dockerfiles/earthquake/centos7/Dockerfile:21                                                          | agree    | one line, BuildKit warns                  |
| GoogleCloudPlatform__python-docs-samples/.kokoro/docker/Dockerfile:27                                                | agree    | one line, BuildKit warns                  |
| GoogleCloudPlatform__python-docs-samples/.kokoro/docker/Dockerfile:182                                               | agree    | one line, BuildKit warns                  |
| MariaDB__mariadb-docker/11.8/Dockerfile:69                                                                           | disagree | generated after the same pattern          |
| chroma-core__chroma/Dockerfile.windows:21                                                                            | agree    | one line, BuildKit warns                  |
| docker-library__golang/1.27/alpine3.23/Dockerfile:117                                                                | disagree | generated, the project keeps the old form |
| docker-library__haproxy/3.5/alpine/Dockerfile:35                                                                     | disagree | generated, the project keeps the old form |
| docker-library__mongo/8.0/Dockerfile:27                                                                              | disagree | generated, the project keeps the old form |
| docker-library__openjdk/28/slim-bookworm/Dockerfile:17                                                               | disagree | generated, the project keeps the old form |
| docker-library__openjdk/28/windows/windowsservercore-ltsc2022/Dockerfile:38                                          | disagree | generated, the project keeps the old form |
| docker-library__postgres/15/bookworm/Dockerfile:92                                                                   | disagree | generated, the project keeps the old form |
| docker-library__postgres/17/trixie/Dockerfile:64                                                                     | disagree | generated, the project keeps the old form |
| docker-library__python/3.11/slim-trixie/Dockerfile:28                                                                | disagree | generated, the project keeps the old form |
| docker-library__tomcat/10.1/jre17/temurin-noble/Dockerfile:15                                                        | disagree | generated, the project keeps the old form |
| docker-library__tomcat/9.0/jdk8/temurin-jammy/Dockerfile:16                                                          | disagree | generated, the project keeps the old form |
| docker-library__tomcat/9.0/jre8/temurin-noble/Dockerfile:15                                                          | disagree | generated, the project keeps the old form |
| docker-library__tomcat/9.0/jre8/temurin-noble/Dockerfile:20                                                          | disagree | generated, the project keeps the old form |
| docker-library__wordpress/cli/php8.4/alpine/Dockerfile:101                                                           | disagree | generated, the project keeps the old form |
| goodrain__rainbond/hack/contrib/docker/run-image/Dockerfile:11                                                       | agree    | one line, BuildKit warns                  |
| goodrain__rainbond/third_party/coreos-etcd/functional/Dockerfile:14                                                  | disagree | copy of another project                   |
| influxdata__influxdata-docker/influxdb/2.7/alpine/Dockerfile:93                                                      | disagree | generated after the same pattern          |
| nextcloud__docker/34/fpm/Dockerfile:24                                                                               | disagree | generated after the same pattern          |
| thecodingmachine__docker-images-php/utils/Dockerfile.slim.blueprint:155                                              | agree    | one line, BuildKit warns                  |
| thecodingmachine__docker-images-php/utils/Dockerfile.slim.blueprint:202                                              | agree    | one line, BuildKit warns                  |
| vsoch__github-dockerfiles/data/b/basekamp/dotcom/Dockerfile.0:3                                                      | agree    | one line, BuildKit warns                  |
| vsoch__github-dockerfiles/data/b/benmarwick/How-To-Do-Archaeological-Science-Using-R/Dockerfile.0:18                 | agree    | one line, BuildKit warns                  |
| vsoch__github-dockerfiles/data/s/Selleo/replace-rails-jsonapi-end-point-with-sinja-or-elixir-or-rust/Dockerfile.0:21 | agree    | one line, BuildKit warns                  |
| vsoch__github-dockerfiles/data/s/subgraph/citadel/Dockerfile.0:3                                                     | agree    | one line, BuildKit warns                  |
| vsoch__github-dockerfiles/data/u/unb-libraries/docker-drupal/Dockerfile.0:13                                         | agree    | one line, BuildKit warns                  |

</details>

<details>
<summary><code>non-root-user</code>: 14 of 30 agreed</summary>

| hit                                                                                                                | verdict  | reason                          |
| ------------------------------------------------------------------------------------------------------------------ | -------- | ------------------------------- |
| DataTalksClub__data-engineering-zoomcamp/07-streaming/extras/python/docker/spark/jupyterlab.Dockerfile:16          | disagree | own machine, root is chosen     |
| GoogleCloudPlatform__microservices-demo/src/emailservice/Dockerfile:54                                             | disagree | the cluster sets the user       |
| GoogleCloudPlatform__nodejs-docs-samples/run/hello-broken/Dockerfile:42                                            | agree    | a service                       |
| HariSekhon__Dockerfiles/devops-bash-tools-centos/Dockerfile:80                                                     | disagree | a tool                          |
| OpenVisualCloud__Dockerfiles/SG1/ubuntu-22.04/media/ffmpeg/Dockerfile:404                                          | disagree | needs devices                   |
| adoptium__containers/25/jdk/ubuntu/noble/Dockerfile:116                                                            | disagree | others build on it              |
| aws-samples__aws-cdk-examples/typescript/cloudwatch/evidently-client-side-evaluation-ecs/local-image/Dockerfile:11 | agree    | a service                       |
| aws__aws-codebuild-docker-images/unsupported_images/nodejs/4.4.7/Dockerfile:109                                    | disagree | CI image                        |
| aws__deep-learning-containers/docker/llama_cpp/Dockerfile.gpu:148                                                  | agree    | a service                       |
| containers__podman/docs/Containerfile:16                                                                           | disagree | a tool                          |
| docker-library__openjdk/28/slim-trixie/Dockerfile:94                                                               | disagree | others build on it              |
| docker-library__python/3.13/slim-bookworm/Dockerfile:151                                                           | disagree | others build on it              |
| docker__awesome-compose/apache-php/app/Dockerfile:22                                                               | disagree | the server gives up root itself |
| docker__awesome-compose/vuejs/vuejs/Dockerfile:26                                                                  | disagree | development on a mounted folder |
| erlang__docker-erlang-otp/20/slim/Dockerfile:61                                                                    | disagree | others build on it              |
| huggingface__text-generation-inference/Dockerfile.neuron:166                                                       | disagree | needs devices                   |
| infiniflow__ragflow/Dockerfile_deepdoc_oss:66                                                                      | agree    | a service                       |
| istio__istio/samples/helloworld/src/Dockerfile:36                                                                  | agree    | a service                       |
| knative__docs/code-samples/community/serving/helloworld-rserver/Dockerfile:13                                      | agree    | a service                       |
| knative__docs/code-samples/serving/cloudevents/cloudevents-rust/Dockerfile:20                                      | agree    | a service                       |
| microsoft__mssql-docker/linux/preview/examples/mssql-agent-fts-ha-tools/Dockerfile:26                              | agree    | a service                       |
| open-telemetry__opentelemetry-demo/src/mcp/Dockerfile:24                                                           | agree    | a service                       |
| sqshq__piggymetrics/account-service/Dockerfile:5                                                                   | agree    | a service                       |
| vimagick__dockerfiles/i2pd/Dockerfile:30                                                                           | agree    | a service                       |
| vsoch__github-dockerfiles/data/b/basekamp/dotcom/Dockerfile.0:70                                                   | disagree | the server gives up root itself |
| vsoch__github-dockerfiles/data/c/cakesolutions/docker-images-public/Dockerfile.6:28                                | disagree | runs a build                    |
| vsoch__github-dockerfiles/data/e/esl/MongooseIM/Dockerfile.0:33                                                    | disagree | runs a build                    |
| vsoch__github-dockerfiles/data/i/iFixit/pulldasher/Dockerfile.0:12                                                 | agree    | a service                       |
| vsoch__github-dockerfiles/data/m/moneybird/dnsizer/Dockerfile.0:16                                                 | agree    | a service                       |
| vsoch__github-dockerfiles/data/s/sduggisetty/mydockerfiles/Dockerfile.11:1                                         | agree    | a service                       |

</details>

<details>
<summary><code>tagged-base-image</code>: 14 of 30 agreed</summary>

| hit                                                                               | verdict  | reason                        |
| --------------------------------------------------------------------------------- | -------- | ----------------------------- |
| AppFlowy-IO__AppFlowy-Cloud/docker/gotrue/Dockerfile:2                            | agree    | somebody else\u2019s image         |
| GoogleCloudPlatform__cloud-builders-community/make/Dockerfile:1                   | agree    | somebody else\u2019s image         |
| MariaDB__mariadb-docker/11.8-ubi/Dockerfile:1                                     | disagree | the name holds the version    |
| apache__apisix-docker/dashboard/Dockerfile.alpine:19                              | agree    | somebody else\u2019s image         |
| blakeblackshear__frigate/docker/rockchip/Dockerfile:19                            | disagree | a context of the build        |
| blakeblackshear__frigate/docker/rocm/Dockerfile:32                                | disagree | a context of the build        |
| blakeblackshear__frigate/docker/tensorrt/Dockerfile.arm64:41                      | disagree | a context of the build        |
| blakeblackshear__frigate/docker/tensorrt/Dockerfile.arm64:117                     | disagree | a context of the build        |
| chroma-core__chroma/go/Dockerfile.migration:1                                     | agree    | somebody else\u2019s image         |
| dani-garcia__vaultwarden/playwright/compose/warden/Dockerfile:1                   | disagree | made by the build before      |
| dapr__quickstarts/bindings/db/Dockerfile:1                                        | agree    | somebody else\u2019s image         |
| dbt-labs__dbt-core/.github/actions/latest-wrangler/Dockerfile:10                  | disagree | the name holds the version    |
| drone__drone/docker/Dockerfile.agent.linux.arm:1                                  | disagree | own image                     |
| ethereum__go-ethereum/Dockerfile.alltools:27                                      | agree    | somebody else\u2019s image         |
| knative__docs/code-samples/eventing/helloworld/helloworld-go/Dockerfile:4         | agree    | somebody else\u2019s image         |
| kubernetes-sigs__kind/images/local-path-provisioner/Dockerfile:32                 | disagree | the name holds the version    |
| kubernetes__examples/_archived/volumes/nfs/nfs-data/Dockerfile:15                 | agree    | somebody else\u2019s image         |
| rocker-org__rocker-versioned2/dockerfiles/shiny-verse_devel.Dockerfile:3          | disagree | follows the newest on purpose |
| sclorg__s2i-python-container/3.12-minimal/Dockerfile.rhel8:1                      | disagree | the name holds the version    |
| sixeyed__diamol/ch11/exercises/numbers/numbers-api/Dockerfile.v4:1                | disagree | own image                     |
| telepresenceio__telepresence/build-aux/docker/images/Dockerfile.traffic:41        | agree    | somebody else\u2019s image         |
| vimagick__dockerfiles/drone-scp-arm/Dockerfile:5                                  | disagree | own image                     |
| vsoch__github-dockerfiles/data/a/AliciaMstt/BioinfInvRepro2016-II/Dockerfile.0:14 | agree    | somebody else\u2019s image         |
| vsoch__github-dockerfiles/data/b/bbungsang/Used-Book-Store/Dockerfile.0:7         | disagree | own image                     |
| vsoch__github-dockerfiles/data/l/linkedin/kafka-monitor/Dockerfile.0:14           | agree    | somebody else\u2019s image         |
| vsoch__github-dockerfiles/data/m/macropodhq/macropod-components/Dockerfile.0:1    | agree    | somebody else\u2019s image         |
| vsoch__github-dockerfiles/data/m/meedan/docker-hub/Dockerfile.0:4                 | disagree | own image                     |
| vsoch__github-dockerfiles/data/w/Webtrends/tableau-infinity-wdc/Dockerfile.0:1    | agree    | somebody else\u2019s image         |
| vsoch__github-dockerfiles/data/w/Wei1234c/dockerfiles/Dockerfile.15:5             | disagree | own image                     |
| vsoch__github-dockerfiles/data/x/xenron/sandbox-env-docker/Dockerfile.23:1        | agree    | somebody else\u2019s image         |

</details>

<details>
<summary><code>workdir-instead-of-cd</code>: 7 of 30 agreed</summary>

| hit                                                                          | verdict  | reason                             |
| ---------------------------------------------------------------------------- | -------- | ---------------------------------- |
| Azure-Samples__acr-build-helloworld-node/Dockerfile-app:5                    | agree    | repeated or followed by more there |
| OpenVisualCloud__Dockerfiles/Flex/ubuntu-20.04/media/dev/Dockerfile:167      | disagree | each step goes where it builds     |
| OpenVisualCloud__Dockerfiles/Flex/ubuntu-20.04/media/dev/Dockerfile:188      | disagree | each step goes where it builds     |
| OpenVisualCloud__Dockerfiles/Flex/ubuntu-20.04/media/dev/Dockerfile:312      | disagree | each step goes where it builds     |
| OpenVisualCloud__Dockerfiles/Flex/ubuntu-20.04/media/dev/Dockerfile:373      | disagree | each step goes where it builds     |
| OpenVisualCloud__Dockerfiles/SG1/ubuntu-20.04/media/ffmpeg/Dockerfile:204    | disagree | each step goes where it builds     |
| OpenVisualCloud__Dockerfiles/SG1/ubuntu-20.04/media/ffmpeg/Dockerfile:219    | disagree | each step goes where it builds     |
| OpenVisualCloud__Dockerfiles/SG1/ubuntu-20.04/media/ffmpeg/Dockerfile:284    | disagree | each step goes where it builds     |
| OpenVisualCloud__Dockerfiles/SG1/ubuntu-22.04/media/ffmpeg/Dockerfile:173    | disagree | each step goes where it builds     |
| OpenVisualCloud__Dockerfiles/SG1/ubuntu-22.04/media/ffmpeg/Dockerfile:204    | disagree | each step goes where it builds     |
| OpenVisualCloud__Dockerfiles/SG1/ubuntu-22.04/media/ffmpeg/Dockerfile:268    | disagree | each step goes where it builds     |
| OpenVisualCloud__Dockerfiles/SG1/ubuntu-22.04/media/ffmpeg/Dockerfile:286    | disagree | each step goes where it builds     |
| OpenVisualCloud__Dockerfiles/SG1/ubuntu-22.04/media/ffmpeg/Dockerfile:300    | disagree | each step goes where it builds     |
| OpenVisualCloud__Dockerfiles/Xeon/ubuntu-20.04/media/ffmpeg/Dockerfile:221   | disagree | each step goes where it builds     |
| OpenVisualCloud__Dockerfiles/Xeon/ubuntu-20.04/media/ffmpeg/Dockerfile:268   | disagree | each step goes where it builds     |
| bigbluebutton__docker/mod/apps-akka/Dockerfile:7                             | disagree | one step, the rest is elsewhere    |
| blakeblackshear__frigate/docker/rocm/Dockerfile:26                           | disagree | one step, the rest is elsewhere    |
| discourse__discourse_docker/image/base/Dockerfile:260                        | disagree | one step, the rest is elsewhere    |
| ethereum__go-ethereum/Dockerfile:14                                          | agree    | repeated or followed by more there |
| ethereum__go-ethereum/Dockerfile.alltools:24                                 | agree    | repeated or followed by more there |
| jhipster__generator-jhipster/Dockerfile:54                                   | disagree | one step, the rest is elsewhere    |
| markshust__docker-magento/images/nginx/1.22/Dockerfile:21                    | disagree | one step, the rest is elsewhere    |
| thecodingmachine__docker-images-php/Dockerfile.cli:27                        | disagree | one step, the rest is elsewhere    |
| thecodingmachine__docker-images-php/Dockerfile.fpm:27                        | disagree | one step, the rest is elsewhere    |
| vsoch__github-dockerfiles/data/a/AwkwardBen/kubernit/Dockerfile.2:19         | agree    | repeated or followed by more there |
| vsoch__github-dockerfiles/data/a/af83/chouette-core/Dockerfile.0:60          | agree    | repeated or followed by more there |
| vsoch__github-dockerfiles/data/c/CodeNow/devops-scripts/Dockerfile.0:35      | agree    | repeated or followed by more there |
| vsoch__github-dockerfiles/data/d/dynport/dgtk/Dockerfile.1:6                 | agree    | repeated or followed by more there |
| vsoch__github-dockerfiles/data/l/LoyaltyOne/Report-Migration/Dockerfile.0:39 | disagree | one step, the rest is elsewhere    |
| vsoch__github-dockerfiles/data/m/mulichang2017/docker/Dockerfile.0:234       | disagree | one step, the rest is elsewhere    |

</details>

<details>
<summary><code>no-piped-download</code>: 3 of 30 agreed</summary>

| hit                                                                                                                                          | verdict  | reason                 |
| -------------------------------------------------------------------------------------------------------------------------------------------- | -------- | ---------------------- |
| Azure__azure-functions-docker/host/3.0/buster/amd64/node/node12/node12.Dockerfile:51                                                         | disagree | as its makers say      |
| GoogleCloudPlatform__python-docs-samples/dataflow/gpu-examples/tensorflow-landsat-prime/Dockerfile:30                                        | disagree | as its makers say      |
| Mintplex-Labs__anything-llm/docker/Dockerfile:102                                                                                            | disagree | as its makers say      |
| aws__aws-codebuild-docker-images/al/x86_64/standard/6.0/Dockerfile:443                                                                       | agree    | from a branch          |
| aws__aws-codebuild-docker-images/unsupported_images/al2/aarch64/standard/1.0/Dockerfile:395                                                  | disagree | as its makers say      |
| aws__deep-learning-containers/docker/vllm/Dockerfile.amzn2023:66                                                                             | disagree | as its makers say      |
| confluentinc__demo-scene/mongodb-demo/docker/demo-launcher/Dockerfile:23                                                                     | disagree | as its makers say      |
| coollabsio__coolify/docker/coolify-helper/Dockerfile:68                                                                                      | disagree | as its makers say      |
| devcontainers__images/src/php/.devcontainer/Dockerfile:13                                                                                    | disagree | as its makers say      |
| docker__buildx/hack/dockerfiles/lint.Dockerfile:35                                                                                           | disagree | another way is offered |
| ethereum-optimism__optimism/ops/docker/ci-builder/Dockerfile:30                                                                              | disagree | as its makers say      |
| ethereum-optimism__optimism/ops/docker/ci-builder/Dockerfile:109                                                                             | agree    | from a branch          |
| huggingface__text-generation-inference/Dockerfile_gaudi:28                                                                                   | disagree | as its makers say      |
| infiniflow__ragflow/Dockerfile_base:97                                                                                                       | disagree | as its makers say      |
| kubeflow__pipelines/release/Dockerfile.release:29                                                                                            | disagree | pinned address         |
| markshust__docker-magento/images/php/8.1/Dockerfile:11                                                                                       | disagree | as its makers say      |
| mealie-recipes__mealie/docker/Dockerfile:61                                                                                                  | disagree | as its makers say      |
| microsoft__vscode-dev-containers/repository-containers/github.com/terraform-providers/terraform-provider-azurerm/.devcontainer/Dockerfile:27 | disagree | as its makers say      |
| tensorflow__serving/tensorflow_serving/tools/docker/Dockerfile.gpu:37                                                                        | disagree | pinned address         |
| thecodingmachine__docker-images-php/Dockerfile.fpm.node:22                                                                                   | disagree | as its makers say      |
| thecodingmachine__docker-images-php/Dockerfile.slim.apache:392                                                                               | disagree | as its makers say      |
| thecodingmachine__docker-images-php/utils/Dockerfile.slim.blueprint:101                                                                      | disagree | as its makers say      |
| thecodingmachine__docker-images-php/utils/Dockerfile.slim.blueprint:421                                                                      | disagree | as its makers say      |
| thoughtbot__suspenders/Dockerfile:13                                                                                                         | disagree | as its makers say      |
| vsoch__github-dockerfiles/data/c/CodeNow/devops-scripts/Dockerfile.0:7                                                                       | disagree | as its makers say      |
| vsoch__github-dockerfiles/data/e/evolvingweb/drupal-docker-marriage/Dockerfile.0:26                                                          | disagree | as its makers say      |
| vsoch__github-dockerfiles/data/g/gooddata/gooddata-ruby/Dockerfile.0:19                                                                      | disagree | as its makers say      |
| vsoch__github-dockerfiles/data/s/synctree/docker/Dockerfile.4:7                                                                              | agree    | over plain HTTP        |
| vsoch__github-dockerfiles/data/t/thefrontside/folio-deployment/Dockerfile.0:13                                                               | disagree | as its makers say      |
| webdevops__Dockerfile/docker/php-apache-dev/7.3-alpine/Dockerfile:20                                                                         | disagree | as its makers say      |

</details>

<details>
<summary><code>no-passwordless-sudo</code>: 0 of 23 agreed</summary>

| hit                                                                     | verdict  | reason                  |
| ----------------------------------------------------------------------- | -------- | ----------------------- |
| apache__skywalking-showcase/services/load-gen/Dockerfile:25             | disagree | the base is made for it |
| apache__skywalking-showcase/services/load-gen/Dockerfile:25             | disagree | the base is made for it |
| apache__skywalking-showcase/services/load-gen/Dockerfile:26             | disagree | the base is made for it |
| thecodingmachine__docker-images-php/Dockerfile.slim.apache:375          | disagree | the base is made for it |
| thecodingmachine__docker-images-php/Dockerfile.slim.apache:392          | disagree | the base is made for it |
| thecodingmachine__docker-images-php/Dockerfile.slim.apache:396          | disagree | the base is made for it |
| thecodingmachine__docker-images-php/Dockerfile.slim.apache:399          | disagree | the base is made for it |
| thecodingmachine__docker-images-php/Dockerfile.slim.apache:400          | disagree | the base is made for it |
| thecodingmachine__docker-images-php/Dockerfile.slim.apache:401          | disagree | the base is made for it |
| thecodingmachine__docker-images-php/Dockerfile.slim.apache:403          | disagree | the base is made for it |
| thecodingmachine__docker-images-php/Dockerfile.slim.apache:404          | disagree | the base is made for it |
| thecodingmachine__docker-images-php/Dockerfile.slim.apache:405          | disagree | the base is made for it |
| thecodingmachine__docker-images-php/Dockerfile.slim.apache:406          | disagree | the base is made for it |
| thecodingmachine__docker-images-php/utils/Dockerfile.slim.blueprint:383 | disagree | the base is made for it |
| thecodingmachine__docker-images-php/utils/Dockerfile.slim.blueprint:404 | disagree | the base is made for it |
| thecodingmachine__docker-images-php/utils/Dockerfile.slim.blueprint:418 | disagree | the base is made for it |
| thecodingmachine__docker-images-php/utils/Dockerfile.slim.blueprint:423 | disagree | the base is made for it |
| thecodingmachine__docker-images-php/utils/Dockerfile.slim.blueprint:424 | disagree | the base is made for it |
| thecodingmachine__docker-images-php/utils/Dockerfile.slim.blueprint:429 | disagree | the base is made for it |
| thecodingmachine__docker-images-php/utils/Dockerfile.slim.blueprint:430 | disagree | the base is made for it |
| thecodingmachine__docker-images-php/utils/Dockerfile.slim.blueprint:435 | disagree | the base is made for it |
| vsoch__github-dockerfiles/data/a/avsm/mirage-duniverse/Dockerfile.0:2   | disagree | the base is made for it |
| vsoch__github-dockerfiles/data/a/avsm/mirage-duniverse/Dockerfile.0:5   | disagree | the base is made for it |

</details>

<details>
<summary><code>default-base-image</code>: 0 of 30 agreed</summary>

| hit                                                                | verdict  | reason                              |
| ------------------------------------------------------------------ | -------- | ----------------------------------- |
| Azure-Samples__acr-build-helloworld-node/Dockerfile-app:2          | disagree | the build always gives the argument |
| MariaDB__mariadb-docker/Containerfile.debug-ubi:4                  | disagree | the build always gives the argument |
| SigNoz__signoz/cmd/enterprise/Dockerfile.multi-arch:3              | disagree | the build always gives the argument |
| apache__skywalking-showcase/services/gateway-service/Dockerfile:22 | disagree | the build always gives the argument |
| authelia__authelia/Dockerfile:7                                    | disagree | the build always gives the argument |
| bigbluebutton__docker/mod/apps-akka/Dockerfile:2                   | disagree | the build always gives the argument |
| bigbluebutton__docker/mod/apps-akka/Dockerfile:23                  | disagree | the build always gives the argument |
| bigbluebutton__docker/mod/bbb-graphql-actions/Dockerfile.dev:2     | disagree | the build always gives the argument |
| bigbluebutton__docker/mod/bbb-graphql-server/Dockerfile:3          | disagree | the build always gives the argument |
| bigbluebutton__docker/mod/webrtc-sfu/Dockerfile:2                  | disagree | the build always gives the argument |
| ethereum-optimism__optimism/ops/docker/proofs-tools/Dockerfile:7   | disagree | the build always gives the argument |
| ethereum-optimism__optimism/ops/docker/proofs-tools/Dockerfile:8   | disagree | the build always gives the argument |
| hexpm__bob/priv/scripts/docker/erlang-debian-bullseye.dockerfile:3 | disagree | the build always gives the argument |
| hexpm__bob/priv/scripts/docker/erlang-ubuntu-focal.dockerfile:3    | disagree | the build always gives the argument |
| home-assistant__addons/openwakeword/Dockerfile:2                   | disagree | the build always gives the argument |
| home-assistant__addons/speech_to_phrase/Dockerfile:2               | disagree | the build always gives the argument |
| home-assistant__addons/vlc/Dockerfile:2                            | disagree | the build always gives the argument |
| jaegertracing__jaeger/cmd/es-index-cleaner/Dockerfile:6            | disagree | the build always gives the argument |
| jaegertracing__jaeger/cmd/es-rollover/Dockerfile:6                 | disagree | the build always gives the argument |
| jaegertracing__jaeger/cmd/jaeger/Dockerfile:9                      | disagree | the build always gives the argument |
| jellyfin__jellyfin-packaging/debian/docker/Dockerfile:12           | disagree | the build always gives the argument |
| kubernetes__ingress-nginx/images/test-runner/rootfs/Dockerfile:18  | disagree | the build always gives the argument |
| kubernetes__ingress-nginx/images/test-runner/rootfs/Dockerfile:19  | disagree | the build always gives the argument |
| kubernetes__ingress-nginx/images/test-runner/rootfs/Dockerfile:21  | disagree | the build always gives the argument |
| kubernetes__ingress-nginx/rootfs/Dockerfile:17                     | disagree | the build always gives the argument |
| kubernetes__ingress-nginx/rootfs/Dockerfile-chroot:17              | disagree | the build always gives the argument |
| ruby__docker-images/Dockerfile:67                                  | disagree | the build always gives the argument |
| thecodingmachine__docker-images-php/Dockerfile.cli:11              | disagree | the build always gives the argument |
| thecodingmachine__docker-images-php/Dockerfile.fpm:11              | disagree | the build always gives the argument |
| thecodingmachine__docker-images-php/Dockerfile.fpm.node:6          | disagree | the build always gives the argument |

</details>

<details>
<summary><code>final-user-not-root</code>: 7 of 23 agreed</summary>

| hit                                                                                                           | verdict  | reason                            |
| ------------------------------------------------------------------------------------------------------------- | -------- | --------------------------------- |
| OpenDevin__OpenDevin/containers/app/Dockerfile:96                                                             | disagree | the start script changes the user |
| apache__apisix-docker/all-in-one/apisix/Dockerfile:30                                                         | agree    | could go back                     |
| coollabsio__coolify/docker/coolify-helper/Dockerfile:35                                                       | disagree | a tool that needs root            |
| coollabsio__coolify/docker/testing-host/Dockerfile:17                                                         | disagree | a tool that needs root            |
| cypress-io__cypress-docker-images/base-internal/releases/node-24/24.15.0-trixie/Dockerfile:38                 | disagree | others build on it                |
| cypress-io__cypress-docker-images/browsers-internal/releases/node-20/node20.15.0-chrome126-ff131/Dockerfile:6 | disagree | others build on it                |
| devcontainers__images/src/java/.devcontainer/Dockerfile:6                                                     | disagree | others build on it                |
| discourse__discourse_docker/image/discourse_dev/Dockerfile:77                                                 | disagree | the start script changes the user |
| infiniflow__ragflow/Dockerfile.scratch.oc9:2                                                                  | agree    | could go back                     |
| infiniflow__ragflow/Dockerfile_base:3                                                                         | disagree | others build on it                |
| infiniflow__ragflow/Dockerfile_ci:59                                                                          | agree    | could go back                     |
| instana__robot-shop/fluentd/Dockerfile:2                                                                      | agree    | could go back                     |
| nextcloud__all-in-one/Containers/borgbackup/Dockerfile:24                                                     | disagree | ignored by hand with a comment    |
| oracle__docker-images/Archive/OracleTuxedo/jolt/dockerfiles/Dockerfile:8                                      | agree    | could go back                     |
| qdrant__qdrant/Dockerfile:231                                                                                 | disagree | an argument chooses               |
| sbt__docker-sbt/amazoncorretto/Dockerfile:66                                                                  | disagree | others build on it                |
| sbt__docker-sbt/eclipse-temurin/Dockerfile:80                                                                 | disagree | others build on it                |
| sbt__docker-sbt/eclipse-temurin/alpine.Dockerfile:75                                                          | disagree | others build on it                |
| sbt__docker-sbt/graalvm-community/Dockerfile:65                                                               | disagree | others build on it                |
| snipe__snipe-it/Dockerfile:114                                                                                | disagree | the start script changes the user |
| vsoch__github-dockerfiles/data/a/aquametalabs/aquameta/Dockerfile.0:23                                        | agree    | could go back                     |
| vsoch__github-dockerfiles/data/a/atomicobject/ts-stack/Dockerfile.0:20                                        | agree    | could go back                     |
| vsoch__github-dockerfiles/data/k/Kyberia/neo-kyberia/Dockerfile.0:44                                          | disagree | the start script changes the user |

## Rules across files

Read on 21 November 2026, with every rule of \`rules/project/\` on, in the projects of the same corpus that have Compose files and the Dockerfiles they build: 37 projects, 101 services.
The corpus holds a part of each repository, so that a missing Dockerfile or Compose file (\`existing-build-files\`, \`loadable-compose\`) is no verdict on the rule: of these, eleven were looked up in
their repositories, and each is there. Environment files, in \`strict\`, are meant to be brought by people.

| project                                  | services built | said of how the files fit together           | verdict | reason                                                                         |
| ---------------------------------------- | -------------: | -------------------------------------------- | ------- | ------------------------------------------------------------------------------ |
| envoyproxy__examples                     |             17 | nothing; two Dockerfiles that the copy lacks |         | arguments, targets and contexts of three shared Dockerfiles all go together    |
| DataTalksClub__data-engineering-zoomcamp |              9 | nothing; one Dockerfile that the copy lacks  |         | one context and one Dockerfile for all of them                                 |
| hoppscotch__hoppscotch                   |              6 | nothing                                      |         | four targets of one Dockerfile, all of them stages of it                       |
| instana__robot-shop                      |              6 | nothing; two Dockerfiles that the copy lacks |         | \`curl\` is there: node:14 is no slim image                                      |
| nickjj__docker-rails-example             |              5 | nothing                                      |         | first read: \`.\` over \`node_modules\`; packages are in \`/node_modules\`: narrowed |
| nickjj__docker-node-example              |              3 | nothing                                      |         | the same                                                                       |
| nickjj__docker-django-example            |              4 | nothing                                      |         | the same                                                                       |
| MISP__misp-docker                        |              3 | nothing                                      |         | \`curl\` is installed; arguments are declared                                    |
| dockersamples__example-voting-app        |              2 | nothing                                      |         | two images of a test stack; their contexts are all there is                    |
| astral-sh__uv-docker-example             |              1 | no-root-over-image-user, compose.yml:16      | agree   | a comment says why: for development. In \`security\` and \`strict\` only           |
| docker__labs                             |              1 | nothing                                      |         | first read: 8000 beside 8080, which is EXPOSEd; a debugger's port: narrowed    |

Three more findings stand in projects without built services, all of \`one-tag-of-an-image\` (in \`strict\`): \`yeasy__docker-compose-files/mongo_cluster/docker-compose.yml:16\` agree (members of one
replica set, 3.0 and 3.2), \`grafana__tempo/example/docker-compose/migrate-to-3/docker-compose.yaml:200\` disagree (it shows a migration), and \`openjdk:latest\` beside \`openjdk:9-jdk-slim\` in a list of
images to pull, disagree: tags without a number are no longer compared.

| rule                                                               | preset   | why                                                                                             |
| ------------------------------------------------------------------ | -------- | ----------------------------------------------------------------------------------------------- |
| base-image-args-given, existing-build-target, platform-of-build    | default  | the build stops, or what it makes does not run                                                  |
| declared-build-args, used-build-contexts, given-build-secrets      | default  | what is written has no effect                                                                   |
| escaped-inline-variables, copied-files-not-ignored                 | default  | the same                                                                                        |
| healthcheck-tool-in-image, healthy-dependency-has-healthcheck      | default  | the check always fails; only images of which it is known what they have are judged              |
| writable-paths-of-read-only                                        | default  | the program stops; only five servers with their own settings are judged                         |
| existing-build-files                                               | default  | only where a similar name lies beside; all in \`strict\`, for a Dockerfile may be made before     |
| no-root-over-image-user                                            | security | many do it on purpose for development                                                           |
| mounts-keep-modules, exposed-published-ports, stop-signal-of-image | strict   | likely and not certain: what starts in the container may install, listen or stop in its own way |
| one-tag-of-an-image, image-tag-of-build                            | strict   | may be meant so                                                                                 |
| provided-environment                                               | strict   | no mistake in the files: \`\${X:?}\` and env files kept out of a repository are meant so           |

No rule of the default said anything of these 37 projects that was disagreed with; as they said nothing at all, that is evidence of being quiet and none of being right. So the rules without hits were
judged by construction, in 60 projects: nickjj's Node example and MISP, each time with one thing changed by hand, and small ones of our own. What a
change breaks must be told, by this rule alone; its near miss, which works or may work, by none. Nothing else of the default spoke in any of them.

| rule                               | told                                                                                              | rightly silent                                                                                                                            |
| ---------------------------------- | ------------------------------------------------------------------------------------------------- | ----------------------------------------------------------------------------------------------------------------------------------------- |
| base-image-args-given              | an ARG without default in a FROM that the target needs (both builds of it)                        | with a default, with \`\${X:-24}\`, given in an override                                                                                     |
| existing-build-target              | \`aps\` for \`app\`                                                                                   | another case, a variable                                                                                                                  |
| declared-build-args                | \`APP_UIDS\` for \`APP_UID\`, \`CORE_TAGS\` for \`CORE_TAG\`                                              | a predefined proxy argument                                                                                                               |
| used-build-contexts                | a context that no instruction names                                                               | \`COPY --from\` it; a context that stands for an image of a FROM                                                                            |
| given-build-secrets                | a secret that no RUN mounts; one that a RUN requires and nobody gives                             | mounted; not required                                                                                                                     |
| escaped-inline-variables           | \`$VERSION\` behind its ARG                                                                         | \`$$VERSION\`, \`\${VERSION:-2}\`                                                                                                              |
| copied-files-not-ignored           | \`bin\` in \`.dockerignore\`, copied                                                                  | exceptions behind \`*\`; only \`.env*\` and \`node_modules\` ignored                                                                            |
| dockerignore-for-context           | a committed \`.env\` behind \`COPY . .\`                                                              | kept out by name or pattern; none there; copied only into a stage of which the image takes a folder                                       |
| healthcheck-tool-in-image          | \`curl\` in an Alpine image that lacks it                                                           | installed, copied from another image, \`wget\`, an image that is not known, an entrypoint of its own; \`curl\` in \`redis\`, which is not known |
| healthy-dependency-has-healthcheck | \`service_healthy\` on \`postgres\` without a check                                                   | with one, with one in an override, an image that may have its own                                                                         |
| dependency-shares-profile          | a dependency in another profile                                                                   | \`required: false\`, a profile in common                                                                                                    |
| platform-of-build                  | \`linux/arm64\` over a FROM that is fixed to \`linux/amd64\`                                          | \`$BUILDPLATFORM\`                                                                                                                          |
| writable-paths-of-read-only        | \`nginx\`, \`read_only\`, nothing mounted                                                             | \`tmpfs\` at \`/run\` or \`/var/run\`, and the cache                                                                                            |
| existing-build-files               | \`Dockerfil\`                                                                                       | a Dockerfile that something may write before                                                                                              |
| loadable-compose                   | an override that names a network which neither file has                                           | the projects as they are                                                                                                                  |
| unused-ignore                      | first read: a comment on \`no-privileged\`, which says less by default than in \`security\`: narrowed | rules that are narrowed in the preset at hand                                                                                             |

</details>
`],["README","# Rules\n\nEach rule is a file of code and a page: the page tells why, and its examples are the rule's tests. `npm run new-rule dockerfile/no-x` makes both.\n\nWhat other linters check and Hullcheck does not, or not in the same way, with the reason. Letters and numbers of rows are only there to find them.\n\n| row                              | what                                                                                                                                                                                 | why not                                                                                                                                                                                                                                |\n| -------------------------------- | ------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------ | -------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------- |\n| A4                               | a tag together with a digest is reported                                                                                                                                             | the opposite is wanted: the digest fixes the image, the tag tells people which one it is (`digest-pinned-image`)                                                                                                                       |\n| A5                               | only registries of a list, without settings                                                                                                                                          | a list is a decision of its users: `trusted-registries` says nothing until they give one                                                                                                                                               |\n| A7                               | newer tags and known holes of base images                                                                                                                                            | needs a registry and a database of the day, which a check of files does not ask; releases that have ended are told (`supported-base-image`)                                                                                            |\n| A10                              | platforms of any image                                                                                                                                                               | needs a registry; images whose platforms are known are judged (`offered-platform`)                                                                                                                                                     |\n| A17                              | stages whose names are not valid                                                                                                                                                     | told by `valid-dockerfile`, as BuildKit stops there                                                                                                                                                                                    |\n| A21                              | stages that need each other in a circle                                                                                                                                              | cannot be written: a stage sees only earlier ones, which `copy-from-earlier-stage` tells                                                                                                                                               |\n| A26                              | no FROM, or something in front of it                                                                                                                                                 | told by `valid-dockerfile`                                                                                                                                                                                                             |\n| A29                              | a hardened image instead of this one                                                                                                                                                 | a choice, and which images exist is known to registries only                                                                                                                                                                           |\n| A19                              | any `--from` that names no stage, by default                                                                                                                                         | it may be a build context that the build is given; what looks like a misspelt stage is told (`copy-from-known-stage`), and any other word alone in the presets `security` and `strict` (`no-unknown-copy-sources`)                     |\n| B4, B10, B16, B19, B22, B26, B27 | packages without versions, by default                                                                                                                                                | the mirrors of most distributions keep only the newest, so that a version breaks the build instead of fixing it; `pinned-\u2026` rules are there for who wants them                                                                         |\n| B12                              | `apk del` without `--virtual`                                                                                                                                                        | removing the packages by their names does the same                                                                                                                                                                                     |\n| B15, B20, B24                    | caches in stages that are not in the final image, by default                                                                                                                         | what is not copied is not shipped; `no-caches-in-any-stage` tells each stage to who asks. pip and yarn in such stages are not told                                                                                                     |\n| B7                               | `zypper refresh` and lone upgrades, by default                                                                                                                                       | zypper refreshes again by itself where its repositories say so; `no-lone-updates` tells them in the preset `all`                                                                                                                       |\n| B14                              | zypper is asked about only where it installs, upgrades or removes                                                                                                                    | other commands ask nothing                                                                                                                                                                                                             |\n| B26                              | `/up` as the health check of Rails, folders that a Rails image writes to and what is left in Bundler's cache, by default; mounts for the Gemfile, and gems installed without network | conventions of one framework, which change with its versions: `rails-healthcheck`, `rails-folders-writable` and `bundler-cache-removed` in the preset `all`; `package-cache-mounts` asks for mounts                                    |\n| B29                              | which driver a CUDA image needs                                                                                                                                                      | needs the vendor's tables of the day; CUDA installed twice, packages built for another CUDA and fixed GPUs are told                                                                                                                    |\n| B30                              | cache mounts, by default                                                                                                                                                             | cleaning up in the same RUN is as right; `package-cache-mounts` asks for them in the preset `all`                                                                                                                                      |\n| B37                              | settings of curl and wget in files (`.curlrc`, `.wgetrc`) are asked for                                                                                                              | options in the command say it where it is read; `downloads-with-retry` takes either                                                                                                                                                    |\n| B38                              | ADD of an address is forbidden                                                                                                                                                       | peers contradict each other; either is right when a checksum is compared (`verified-remote-add`, `verified-downloads`). Who wants ADD turns on `archives-by-add` and `git-by-add`                                                      |\n| B39                              | debug tools such as `strace` or `vim` in images                                                                                                                                      | a list is a decision of its users: the option of `no-denied-packages`                                                                                                                                                                  |\n| B40                              | variables that turn telemetry off, by default                                                                                                                                        | who runs the program decides that; `telemetry-off` in the preset `all`                                                                                                                                                                 |\n| C2                               | every image without USER, whatever it is for                                                                                                                                         | images that run nothing, and bases that run as somebody else or are not known, would be told for nothing                                                                                                                               |\n| C7                               | any `--chown` is reported by default                                                                                                                                                 | contrary to handing files to the program's user; both are rules that nobody gets unasked (`root-owned-copies`, `copied-files-belong-to-user`)                                                                                          |\n| C8, C13                          | `chown`, `chmod` and passwords behind variables                                                                                                                                      | their values are not known                                                                                                                                                                                                             |\n| C12                              | the setgid bit                                                                                                                                                                       | on folders it is how groups share files; setuid is told (`no-setuid-files`)                                                                                                                                                            |\n| D1                               | identifiers such as AWS_ACCESS_KEY_ID, user names, and what front-end tools put into every page, by default                                                                          | no secrets; their literal forms are told when they are keys (`no-secret-literals`), and names like a secret's in the preset `all` (`no-secret-names-in-arg-env`)                                                                       |\n| D2                               | literals by entropy                                                                                                                                                                  | hashes, checksums and identifiers look the same; forms of issuers, and names that tell, are certain                                                                                                                                    |\n| D3                               | `.npmrc` by its name                                                                                                                                                                 | most of them hold settings only                                                                                                                                                                                                        |\n| E4                               | `ADD $VARIABLE folder/`                                                                                                                                                              | the variable may hold an address or an archive, for which ADD is right; `ADD $VARIABLE file.ext` is told                                                                                                                               |\n| E10                              | parts of a RUN that write files among other commands, by default                                                                                                                     | taking them out splits the RUN, and its cache; whole RUNs are told (`copy-heredoc`), and parts in the preset `all` (`no-texts-in-run`)                                                                                                 |\n| E12                              | two ADDs to one place are fine, three are not                                                                                                                                        | where one ends and the other begins is arbitrary: `merged-copies` tells the second, in `strict`                                                                                                                                        |\n| E13                              | installs that need the source, such as `pip install .`                                                                                                                               | they cannot run earlier                                                                                                                                                                                                                |\n| E1                               | commands that hang together with `&&` as a heredoc, by default                                                                                                                       | a form like the other, which fixes that join RUNs or clean up would ask for again and again; `heredoc-for-long-run` in the preset `all`                                                                                                |\n| E14                              | indentation of stages with tabs, empty lines between instructions by their kind and the layout of heredocs, by default; of YAML, TOML, XML and INI at all                            | styles, which few files follow: `indented-stages`, `lines-between-kinds` and `formatted-heredocs` in the preset `all`; for languages of their own a formatter is the tool                                                              |\n| F5                               | HEALTHCHECK CMD in shell form, by default                                                                                                                                            | a check takes no signals, and most need a shell for `\\|\\| exit 1`; `exec-form-healthcheck` in the preset `all`                                                                                                                         |\n| F6                               | brackets in RUN that hold one bare word, or words between blanks                                                                                                                     | `[` is a command: they are tests                                                                                                                                                                                                       |\n| F7, F16                          | ports out of range, triggers that ONBUILD does not take                                                                                                                              | told by `valid-dockerfile`                                                                                                                                                                                                             |\n| F11                              | no EXPOSE, no CMD or ENTRYPOINT                                                                                                                                                      | the base image may bring them, and an image that others build on needs none                                                                                                                                                            |\n| F12                              | `org.opencontainers.image.source` beside what a build tool sets                                                                                                                      | `expected-labels` asks for it: a source does not change from build to build; what does is told by `no-labels-of-buildx` in the preset `all`                                                                                            |\n| F15                              | PYTHONUNBUFFERED and the like are missing                                                                                                                                            | a preference of each program                                                                                                                                                                                                           |\n| G3                               | commands that a build has a use for (`curl`, `find`, `sleep` \u2026)                                                                                                                      | only those are told that do nothing in any build                                                                                                                                                                                       |\n| G6                               | variables that the base image may set                                                                                                                                                | it is not read; `variables-set-here` tells them in a preset of its own                                                                                                                                                                 |\n| G7                               | heredocs that look at `$?`, or whose commands cannot fail                                                                                                                            | they go on by purpose                                                                                                                                                                                                                  |\n| G8                               | `;` behind loops and conditions                                                                                                                                                      | their bodies decide, which the shell's rules read                                                                                                                                                                                      |\n| G9                               | PowerShell and cmd as languages                                                                                                                                                      | their texts are not read; three rules look for what stops at errors, what slows downloads, and a shell within a shell                                                                                                                  |\n| H2, H3                           | `STOPSIGNAL` of a variable that the base image may set, a start period of `0s`, RUN without a command                                                                                | BuildKit takes them, and `0s` is the default there; other times of `0s`, and CMD and ENTRYPOINT without a command, are told                                                                                                            |\n| H4                               | files that are all in lower case, by default                                                                                                                                         | consistent, and BuildKit says nothing; `upper-case-instructions` in the preset `all`                                                                                                                                                   |\n| H9                               | `${x:z}` in CMD and ENTRYPOINT, and elsewhere where Docker replaces nothing, by default                                                                                              | a shell or nobody reads it: `no-bashisms` tells it where the shell is known, `known-variable-forms` in HEALTHCHECK, ONBUILD and MAINTAINER in the preset `all`; in SHELL and other exec forms it is told (`no-variables-in-exec-form`) |\n| H11                              | TODO comments, ignore comments                                                                                                                                                       | notes are allowed; ignores without use are told by `unused-ignore`                                                                                                                                                                     |\n| \u2013                                | downloads without a checksum, by default                                                                                                                                             | what is wanted in its newest version has none; in the presets `security` and `strict`                                                                                                                                                  |\n| \u2013                                | Bash under `/bin/sh` in images whose shell is not known, by default                                                                                                                  | it may be Bash; with ShellCheck on the PATH `shellcheck-style` tells it in the presets `strict` and `all`                                                                                                                              |\n| I1, I2                           | Compose's YAML and schema, in a rule for each mistake                                                                                                                                | `valid-yaml` and `valid-schema` tell them all, with the nearest word that is known                                                                                                                                                     |\n| I6\u2013I16                           | what Compose refuses or warns about when it loads a project, in a rule for each                                                                                                      | `loadable-compose`, `defined-references` and `provided-environment` load it as Compose does and tell what that says                                                                                                                    |\n| I20                              | `mem_limit`, `cpus` and their like under `deploy`'s rule                                                                                                                             | Compose takes both forms, and none is deprecated; `links` and `volumes_from` are told (`no-links`)                                                                                                                                     |\n| J1                               | newer tags of images, and known holes                                                                                                                                                | needs a registry and a database of the day, which a check of files does not ask                                                                                                                                                        |\n| K6                               | `gpus` as a danger                                                                                                                                                                   | a GPU gives no right on the host; `counted-gpus` tells `all`, where somebody asks for it                                                                                                                                               |\n| K7                               | any `cap_add`, whatever it adds                                                                                                                                                      | `CHOWN` or `NET_BIND_SERVICE` beside `cap_drop: [ALL]` is the good form; each kind that reaches the host has a rule                                                                                                                    |\n| K16                              | `userns_mode` that is missing                                                                                                                                                        | remapping users is set up in the engine, not in the file                                                                                                                                                                               |\n| K23                              | hashes of passwords in labels, such as those of Traefik's basic authentication                                                                                                       | a hash is made to be written down; what is a secret by its form or name is told (`no-secrets-in-commands`)                                                                                                                             |\n| K24                              | every `env_file`                                                                                                                                                                     | they are how secrets stay out of the file; those of the repository with secrets in them are told (`env-file-not-in-repository`)                                                                                                        |\n| K29                              | `runtime` other than the default                                                                                                                                                     | `nvidia` is needed for GPUs, and `runsc` or `kata` confine more than the default                                                                                                                                                       |\n| L7                               | port numbers that are no numbers                                                                                                                                                     | `valid-schema` and `loadable-compose`, as Compose stops there                                                                                                                                                                          |\n| N1                               | every absolute path of the host                                                                                                                                                      | on a server `/srv` and `/mnt` are where data belongs; folders of one person are told (`no-personal-paths`)                                                                                                                             |\n| N3                               | every anonymous volume                                                                                                                                                               | `/app/node_modules` and its like are meant to be so; those with the data of databases are told (`persistent-database`)                                                                                                                 |\n| O4                               | blank lines, line ends, one kind of quotes                                                                                                                                           | an editor's or a formatter's work, which `.editorconfig` and Prettier do for all files                                                                                                                                                 |\n| P1, P2                           | arguments without default that only RUN uses, and are not passed                                                                                                                     | many are meant to be left out, and empty then; those that a FROM needs are told (`base-image-args-given`)                                                                                                                              |\n| P5                               | ports that the image exposes and nobody publishes                                                                                                                                    | other services reach them without that                                                                                                                                                                                                 |\n| P8                               | an image that runs as root, and no `user`                                                                                                                                            | told of the Dockerfile by `non-root-user` and `user-is-set`                                                                                                                                                                            |\n| P11                              | named volumes over what the image has there                                                                                                                                          | an empty one is filled with it, and nobody can tell whether it is meant to stay; folders of the host over `node_modules` are told (`mounts-keep-modules`)                                                                              |\n| P16                              | arguments for passwords whose values come from the environment                                                                                                                       | told where they are declared, in the Dockerfile (`no-secrets-in-arg-env`); literal values      are told in Compose files (`no-secret-build-args`)                                                                                      |\n| P17                              | `command` and `entrypoint` as one text                                                                                                                                               | no shell comes with it: Compose splits the text itself and starts the program; and shells of today replace themselves by the last command of `sh -c`                                                                                   |\n| \u2013                                | ShellCheck on `command`, `entrypoint` and health checks of Compose files                                                                                                             | most are one program with its arguments; what a check calls and its image lacks is told (`healthcheck-tool-in-image`), and so are secrets in them (`no-secrets-in-commands`)                                                           |\n| 5.1, 5.24                        | swarm mode; `docker exec` and hooks as root                                                                                                                                          | what is done at a running engine stands in no file; `user: root` is what hooks are made for, and `privileged` ones are told (`no-privileged`)                                                                                          |\n\nSingle cases that other linters decide otherwise in their own tests, although there is a rule for the same:\n\n| linter           | what it says                                                                                                                                        | why not here                                                                                                                           |\n| ---------------- | --------------------------------------------------------------------------------------------------------------------------------------------------- | -------------------------------------------------------------------------------------------------------------------------------------- |\n| BuildKit         | `FROM %s` in tests that fill it in later; a FROM without an image in tests of the parser alone                                                      | no build accepts them                                                                                                                  |\n| BuildKit         | a comment with an empty line between it and an ARG or stage is no description                                                                       | its documentation says so, and its code still takes it for one: `described-definitions` follows the code                               |\n| dockerfile-utils | `${x:z}` in HEALTHCHECK CMD, ONBUILD CMD and MAINTAINER is an error                                                                                 | BuildKit builds all three, as it replaces nothing there; `known-variable-forms` tells them (H9)                                        |\n| dockerfile-utils | a start period of `0s`                                                                                                                              | it is the default and means what it says                                                                                               |\n| dockerfile-utils | FROM with a variable that an ENV sets, SHELL with a variable, `EXPOSE 80\\` with `81` on the next line, `RUN --x=y`, a signal that is empty are fine | BuildKit sees no ENV in FROM, replaces nothing in SHELL, joins lines without a blank, knows no such flag, and stops at an empty signal |\n| dockerfile-utils | a relative WORKDIR in `scratch` is fine                                                                                                             | BuildKit warns of it as of any other                                                                                                   |\n| KICS             | `zypper install` without an option, two CMDs in a stage that is not the last one, and two ADDs to one place are fine                                | the first waits for an answer that nobody gives; the second replaces the first in any stage; for the third see E12                     |\n| Trivy            | FROM with an ARG of the stage in front has no tag                                                                                                   | the variable is empty there, which `declared-args-in-from` tells                                                                       |\n| Sonar            | `flink`, `neo4j`, `vault` and `znc` do not begin as root, `postgres` and its like do                                                                | all of them begin as root and give it away: `user-is-set` asks for a USER in each                                                      |\n| DataDog          | images of unknown registries, without settings                                                                                                      | a list is a decision of its users (A5)                                                                                                 |\n| DataDog          | a last stage with `yarn install` alone is fine                                                                                                      | it keeps the cache, as in any other file                                                                                               |\n| hadolint         | `yum update` and `dnf update` without `-y` are fine                                                                                                 | they ask like `install`                                                                                                                |\n| hadolint         | `PIP_NO_CACHE_DIR=off` keeps the cache                                                                                                              | pip turns it off whatever the value is, which `no-misleading-pip-cache` tells                                                          |\n| hadolint         | a cache mount on `/var/lib/apt` without one on `/var/cache/apt` keeps the lists                                                                     | they are in `/var/lib/apt/lists`                                                                                                       |\n| tally            | `RUN [\"/a\"]` in `scratch` is fine                                                                                                                   | there is no `/a` before something is copied                                                                                            |\n| tally            | `nginx` in its official image without STOPSIGNAL                                                                                                    | the image sets `SIGQUIT` itself, and so does that of OpenResty                                                                         |\n| tally            | CUDA installed, or wheels for another CUDA, in a stage on top of an earlier stage, or on images such as `nvcr.io/nvidia/pytorch`, are fine          | the CUDA of the first image is there as well                                                                                           |\n| tally            | `COPY` and `chmod` with more commands behind it, and `ADD` with `chmod`, are fine                                                                   | the mode is a second copy of the file in each of them                                                                                  |\n| tally            | `ADD` instead of `unzip` and `gunzip`                                                                                                               | ADD unpacks tar archives only                                                                                                          |\n| tally            | OPcache in images of Bitnami, TrafeX and WebDevOps, and beside `php-fpm` of Debian                                                                  | they bring it switched on                                                                                                              |\n| compose-go       | a file whose services stand at the top level is fine where another one extends it                                                                   | Compose refuses it wherever it is read                                                                                                 |\n| compose-go       | references that its own tests do not look up are fine                                                                                               | Compose looks them up when it loads the project (`defined-references`)                                                                 |\n| compose-lint     | tags and digests of images that the file builds                                                                                                     | their names are given here, nothing is pulled by them                                                                                  |\n| compose-lint     | `cap_drop` that is missing beside `privileged`                                                                                                      | it has no effect there, and `no-privileged` tells the cause                                                                            |\n| compose-lint     | `/etc/hosts`, `/etc/machine-id`, certificates of authorities and their like, mounted read-only                                                      | everybody may read them, and images have them, too                                                                                     |\n| compose-lint     | names of files and classes, placeholders such as `<password>` and parts of a value beside a variable as secrets                                     | they open no door                                                                                                                      |\n| compose-lint     | an address in a variable without default, such as `${ADDR}`, as a port that is open to everybody                                                    | who starts the project decides it                                                                                                      |\n| dclint           | ports of the container that nobody publishes, as taken twice on the host                                                                            | the engine gives each a port of its own                                                                                                |\n| dclint           | double quotes around ports; names of containers with variables                                                                                      | either kind of quotes does; what a variable gives is not known                                                                         |\n| KICS             | `restart: \"no\"` as a missing policy                                                                                                                 | it is one, and said on purpose                                                                                                         |\n"],["compose/backed-up-data",`# Something backs up the data of databases

A named volume is a folder of one host: with its disk the data is gone. A service that dumps the database, or copies its volume elsewhere, is the place where a project can say who looks after that.
Many hosts have their backups outside of the file, so that no preset has this rule.

## Bad

\`\`\`yaml bad
services:
  db:
    image: postgres:18.1
    volumes:
      - data:/var/lib/postgresql
volumes:
  data:
\`\`\`

\`\`\`text findings
5:9: info: Nothing in this project backs up \`data\`, which holds the data of \`db\`: when the volume is lost, so is the data. Add a service that copies it elsewhere.
\`\`\`

## Good

\`\`\`yaml good
services:
  db:
    image: postgres:18.1
    volumes:
      - data:/var/lib/postgresql
  copy:
    image: offen/docker-volume-backup:v2.43.4
    volumes:
      - data:/backup/data:ro
volumes:
  data:
\`\`\`
`],["compose/bind-published-ports",`# Published ports name the address they listen on

A published port without an address listens on every network of the host, and Docker opens it past the rules of ufw and firewalld. What only a reverse proxy or a developer on the same machine needs belongs on 127.0.0.1.
The option \`public\` lists ports of the host that everybody is meant to reach. Ports of databases have a rule of their own, \`no-public-database-ports\`.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    ports:
      - "8080:80"
      - 0.0.0.0:8443:443
\`\`\`

\`\`\`text findings
5:9: info: \`8080\` is published on every address of the host, past its firewall. Name the address that it is for, such as 127.0.0.1.
6:9: info: \`8443\` is published on every address of the host, past its firewall. Name the address that it is for, such as 127.0.0.1.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    ports:
      - "127.0.0.1:8080:80"
      - 127.0.0.1:8443:443
\`\`\`

\`\`\`yaml bad options={"public":[443]}
services:
  web:
    image: nginx:1.29.3
    ports:
      - "443:443"
      - "8080:80"
\`\`\`

\`\`\`text findings
6:9: info: \`8080\` is published on every address of the host, past its firewall. Name the address that it is for, such as 127.0.0.1.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    ports:
      - "443:443"
      - "127.0.0.1:8080:80"
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    ports:
      - "127.0.0.1:8080:80"
      - "\${ADDRESS}:8443:443"
      - "[::1]:8081:81"
  agent:
    image: ghcr.io/octo/agent:2.1
    network_mode: host
    ports:
      - "9000:9000"
\`\`\`
`],["compose/cap-drop-all",`# Services drop the capabilities that they do not need

Docker gives every container fourteen capabilities of root, for the few programs that need one of them. A service that drops all, and takes back the one that it needs, leaves an intruder with nothing to climb on.
Images that begin as root and change the user by themselves need \`CHOWN\`, \`SETUID\` and \`SETGID\` back; so try it out before it goes live.

## Bad

\`\`\`yaml bad
services:
  web:
    image: ghcr.io/octo/shop:2.1
    ports:
      - "8080:8080"
  api:
    image: ghcr.io/octo/api:2.1
    cap_drop:
      - NET_RAW
\`\`\`

\`\`\`text findings
2:3: info: \`web\` keeps capabilities of root that hardly any service needs, such as changing owners and writing raw packets. \`cap_drop: [ALL]\` takes them; \`cap_add\` gives back the one that is needed.
6:3: info: \`api\` keeps capabilities of root that hardly any service needs, such as changing owners and writing raw packets. \`cap_drop: [ALL]\` takes them; \`cap_add\` gives back the one that is needed.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: ghcr.io/octo/shop:2.1
    ports:
      - "8080:8080"
    cap_drop:
      - ALL
  api:
    image: ghcr.io/octo/api:2.1
    cap_drop:
      - NET_RAW
      - ALL
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    cap_drop: [ALL]
    cap_add: [CHOWN, SETUID, SETGID, NET_BIND_SERVICE]
  api:
    image: ghcr.io/octo/api:2.1
    cap_drop:
      - all
\`\`\`
`],["compose/cmd-shell-in-one-text",'# What CMD-SHELL runs is one text\n\nBehind `CMD-SHELL` Docker expects one text, which it gives to `/bin/sh -c`. More of them become `$0`, `$1` and so on of that shell, where nothing reads them: `["CMD-SHELL", "curl", "-f", "http://localhost"]` runs `curl` without an address, so that\nthe service never becomes healthy, and `["CMD-SHELL", "pg_isready", "-U", "shop"]` asks for another user than it says. `CMD` takes words.\n\n## Bad\n\n```yaml bad\nservices:\n  db:\n    image: postgres:18\n    healthcheck:\n      test: ["CMD-SHELL", "pg_isready", "-U", "shop"]\n  web:\n    image: nginx:1.29.3\n    healthcheck:\n      test:\n        - CMD-SHELL\n        - curl\n        - -f\n        - http://localhost\n```\n\n```text findings\n5:41: warning: `CMD-SHELL` gives its first text to the shell and loses the others: `pg_isready` runs without `-U`. Write the command as one text, or use `CMD`.\n12:11: warning: `CMD-SHELL` gives its first text to the shell and loses the others: `curl` runs without `-f`. Write the command as one text, or use `CMD`.\n```\n\n```yaml fixed\nservices:\n  db:\n    image: postgres:18\n    healthcheck:\n      test: ["CMD", "pg_isready", "-U", "shop"]\n  web:\n    image: nginx:1.29.3\n    healthcheck:\n      test:\n        - CMD\n        - curl\n        - -f\n        - http://localhost\n```\n\n```yaml bad\nservices:\n  web:\n    image: nginx:1.29.3\n    healthcheck:\n      test: ["CMD-SHELL", "curl", "-f", "http://localhost", "||", "exit", "1"]\n```\n\n```text findings\n5:35: warning: `CMD-SHELL` gives its first text to the shell and loses the others: `curl` runs without `-f`. Write the command as one text, or use `CMD`.\n```\n\n```yaml fixed\nservices:\n  web:\n    image: nginx:1.29.3\n    healthcheck:\n      test: ["CMD-SHELL", "curl -f http://localhost || exit 1"]\n```\n\n## Good\n\n```yaml good\nservices:\n  db:\n    image: postgres:18\n    healthcheck:\n      test: ["CMD-SHELL", "pg_isready -U shop"]\n  web:\n    image: nginx:1.29.3\n    healthcheck:\n      test: ["CMD", "curl", "-f", "http://localhost"]\n  api:\n    image: ghcr.io/octo/api:2.1\n    healthcheck:\n      test: curl -f http://localhost || exit 1\n```\n'],["compose/counted-gpus",`# Services say which GPUs they get

With \`all\` a service sees every GPU of the host, and many frameworks take memory on each that they see. On a host with several, a count or \`device_ids\` keeps services apart.
On a host with one GPU it makes no difference, so that no preset has this rule.

## Bad

\`\`\`yaml bad
services:
  model:
    image: ghcr.io/octo/model:2.1
    gpus: all
  train:
    image: ghcr.io/octo/train:2.1
    deploy:
      resources:
        reservations:
          devices:
            - driver: nvidia
              count: all
              capabilities: [gpu]
\`\`\`

\`\`\`text findings
4:11: info: This gives the service every GPU of the host, so that it shares the memory of each with whatever else runs there. Give a count, or name them with \`device_ids\`.
12:22: info: This gives the service every GPU of the host, so that it shares the memory of each with whatever else runs there. Give a count, or name them with \`device_ids\`.
\`\`\`

## Good

\`\`\`yaml good
services:
  model:
    image: ghcr.io/octo/model:2.1
    gpus:
      - driver: nvidia
        count: 1
  train:
    image: ghcr.io/octo/train:2.1
    gpus:
      - device_ids: ["1"]
\`\`\`
`],["compose/cpu-limit",`# Services have a limit for processors

A service without a limit may keep every processor of the host busy. A loop that never ends, or somebody who sends expensive requests, then slows all others down.
On a host that only serves this one project the limit may cost more than it gives.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
  api:
    image: ghcr.io/octo/api:2.1
    cpus: "\${CPUS:-0}"
\`\`\`

\`\`\`text findings
2:3: info: \`web\` may use all processors of the host, so that a busy loop in it slows everything down. Set \`cpus\` or \`deploy.resources.limits.cpus\`.
4:3: info: \`api\` may use all processors of the host, so that a busy loop in it slows everything down. Set \`cpus\` or \`deploy.resources.limits.cpus\`.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    cpus: 0.5
  api:
    image: ghcr.io/octo/api:2.1
    deploy: { resources: { limits: { cpus: "2" } } }
\`\`\`
`],["compose/defined-references",`# Networks, volumes, secrets, configs and services are defined where they are used

Compose refuses a file in which a service names a network, a volume, a secret, a config or another service that nothing defines. Mostly the name is misspelt or its definition was forgotten.
Files that are loaded on top of another one, that include others, or whose names come from variables are not judged without those.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    networks:
      - frontend
    volumes:
      - contnet:/usr/share/nginx/html:ro
    depends_on:
      - apy
  api:
    image: ghcr.io/octo/api:2.1
volumes:
  content:
\`\`\`

\`\`\`text findings
5:9: error: The network \`frontend\` is not defined under \`networks\`, so that Compose refuses the file.
7:9: error: The volume \`contnet\` is not defined under \`volumes\`, so that Compose refuses the file. Did you mean \`content\`?
9:9: error: The service \`apy\` is no service of this file, so that Compose refuses the file. Did you mean \`api\`?
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    networks:
      - frontend
    volumes:
      - content:/usr/share/nginx/html:ro
    depends_on:
      - api
  api:
    image: ghcr.io/octo/api:2.1
volumes:
  content:
\`\`\`

\`\`\`yaml bad
services:
  api:
    image: ghcr.io/octo/api:2.1
    network_mode: service:vpn
    secrets:
      - token
\`\`\`

\`\`\`text findings
4:27: error: The service \`vpn\` is no service of this file, so that Compose refuses the file.
6:9: error: The secret \`token\` is not defined under \`secrets\`, so that Compose refuses the file.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    networks:
      - frontend
      - default
    volumes:
      - content:/usr/share/nginx/html:ro
      - ./conf:/etc/nginx/conf.d:ro
      - \${CACHE}:/cache
    secrets:
      - token
networks:
  frontend:
volumes:
  content:
secrets:
  token:
    file: ./token
\`\`\`
`],["compose/dependency-waits-for-health",`# Who depends on a service with a health check waits for it

The short form of \`depends_on\` waits until the container of the other service has started. A database then still reads its files, so that the first connections fail.
Where that service has a health check, \`condition: service_healthy\` waits until it answers.

## Bad

\`\`\`yaml bad
services:
  web:
    image: ghcr.io/octo/shop:2.1
    depends_on:
      - db # orders
      - mail
  db:
    image: postgres:18.1
    healthcheck:
      test: pg_isready
  mail:
    image: ghcr.io/octo/mail:2.1
\`\`\`

\`\`\`text findings
5:9: info: \`db\` has a health check, but this only waits until its process has started, which is long before it answers.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: ghcr.io/octo/shop:2.1
    depends_on:
      db:
        condition: service_healthy # orders
      mail:
        condition: service_started
  db:
    image: postgres:18.1
    healthcheck:
      test: pg_isready
  mail:
    image: ghcr.io/octo/mail:2.1
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: ghcr.io/octo/shop:2.1
    depends_on:
      db:
        condition: service_healthy
      mail:
        condition: service_started
  db:
    image: postgres:18.1
    healthcheck:
      test: pg_isready
  mail:
    image: ghcr.io/octo/mail:2.1
\`\`\`
`],["compose/env-file-not-in-repository",`# Files with secret variables are not in the repository

A file of variables is there to keep passwords out of the Compose file. When it is in the repository itself, nothing is gained: its history keeps them even after it is gone.
Files whose variables are no secrets, and those that the repository does not hold, are fine.

<!-- not in lower-case: the file of variables would be written so, too -->

## Bad

\`\`\`yaml bad
services:
  web:
    image: ghcr.io/octo/shop:2.1
    env_file: .env.production
\`\`\`

\`\`\`text file=.env.production
LOG=warn
STRIPE_SECRET=Ook7xee0ohWeeph4
\`\`\`

\`\`\`text findings
compose.yaml:4:15: warning: \`.env.production\` is part of the repository and sets \`STRIPE_SECRET\`: everybody who can read the one has the other. Keep an example without values there, and add the file to \`.gitignore\`.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: ghcr.io/octo/shop:2.1
    env_file:
      - shop.env
      - path: secret.env
        required: false
\`\`\`

\`\`\`text file=shop.env
LOG=warn
PASSWORD_FILE=/run/secrets/password
\`\`\`
`],["compose/fixed-host-ports",`# Published ports have a number on the host

A port without a number on the host is published on one that is free at that moment, and another at the next start. Nobody can link to it.
The fix publishes it for this machine only, at its own number, or 8000 above where only root may open that. Tests that run side by side want just that, and several replicas need it.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    ports:
      - "80"
\`\`\`

\`\`\`text findings
5:9: info: \`80\` gets another port of the host at every start. Give it one, as in \`8080:80\`; for other services of the project nothing needs to be published.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    ports:
      - "127.0.0.1:8080:80"
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    ports:
      - "127.0.0.1:8080:80"
      - "\${WEB}"
\`\`\`
`],["compose/healthcheck-test-form",'# The list of a health check begins with CMD, CMD-SHELL or NONE\n\nAs a list, the `test` of a health check must say how the words behind it are run: `CMD` runs them as they are, `CMD-SHELL` gives one text to the shell, `NONE` switches the check of the image off. Without, Compose refuses the file.\nA single text instead of a list is run by the shell and needs nothing in front.\n\n## Bad\n\n```yaml bad\nservices:\n  web:\n    image: nginx:1.29.3\n    healthcheck:\n      test: ["curl", "-f", "http://localhost"]\n```\n\n```text findings\n5:14: error: A list that is the `test` of a health check must begin with `CMD`, `CMD-SHELL` or `NONE`, not with `curl`: Compose refuses the file.\n```\n\n```yaml fixed\nservices:\n  web:\n    image: nginx:1.29.3\n    healthcheck:\n      test: ["CMD", "curl", "-f", "http://localhost"]\n```\n\n```yaml bad\nservices:\n  web:\n    image: nginx:1.29.3\n    healthcheck:\n      test: ["curl -f http://localhost || exit 1"]\n  db:\n    image: postgres:17.6\n    healthcheck:\n      test:\n        - cmd-shell\n        - pg_isready\n```\n\n```text findings\n5:14: error: A list that is the `test` of a health check must begin with `CMD`, `CMD-SHELL` or `NONE`, not with `curl -f http://localhost || exit 1`: Compose refuses the file.\n10:11: error: A list that is the `test` of a health check must begin with `CMD`, `CMD-SHELL` or `NONE`, not with `cmd-shell`: Compose refuses the file.\n```\n\n```yaml fixed\nservices:\n  web:\n    image: nginx:1.29.3\n    healthcheck:\n      test: ["CMD-SHELL", "curl -f http://localhost || exit 1"]\n  db:\n    image: postgres:17.6\n    healthcheck:\n      test:\n        - CMD-SHELL\n        - pg_isready\n```\n\n## Good\n\n```yaml good\nservices:\n  web:\n    image: nginx:1.29.3\n    healthcheck:\n      test: ["CMD", "curl", "-f", "http://localhost"]\n  db:\n    image: postgres:17.6\n    healthcheck:\n      test: pg_isready\n```\n'],["compose/healthcheck-timing",`# Health checks say how long they may take

Without \`timeout\` a check that hangs is given up after 30 seconds, and it takes three of those until a service counts as unhealthy. Without \`start_period\` failures count while the service still starts.
Both depend on the service, so that nothing but its own people can name them.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    healthcheck:
      test: curl --fail http://localhost/
  api:
    image: ghcr.io/octo/api:2.1
    healthcheck:
      test: ["CMD", "/api", "check"]
      timeout: 3s
\`\`\`

\`\`\`text findings
4:5: info: This health check has no \`timeout\` and no \`start_period\`: a check that hangs is only given up after 30 seconds.
8:5: info: This health check has no \`start_period\`: failures count from the first second on, while it still starts.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    healthcheck:
      test: curl --fail http://localhost/
      timeout: 3s
      start_period: 10s
  api:
    image: ghcr.io/octo/api:2.1
    healthcheck:
      test: ["CMD", "/api", "check"]
      interval: 5s
      timeout: 3s
      retries: 5
\`\`\`
`],["compose/limited-restarts",`# A service that fails is restarted five times at most

A service that fails at once and is always restarted uses the processor for nothing and fills the log. The CIS benchmark asks for \`on-failure:5\`, so that somebody has to look.
That leaves services down after a restart of the host and after a short failure of what they need. Most people want \`unless-stopped\`, so that no preset has this rule.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    restart: always
  api:
    image: ghcr.io/octo/api:2.1
    restart: on-failure:5
    deploy:
      restart_policy:
        max_attempts: 10
  worker:
    image: ghcr.io/octo/worker:2.1
\`\`\`

\`\`\`text findings
4:14: info: \`web\` lacks \`restart: on-failure:5\`, with which a service that fails is started again and one that keeps failing stays down.
10:23: info: \`api\` lacks \`restart: on-failure:5\`, with which a service that fails is started again and one that keeps failing stays down.
11:3: info: \`worker\` lacks \`restart: on-failure:5\`, with which a service that fails is started again and one that keeps failing stays down.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    restart: on-failure:5
  migrate:
    image: ghcr.io/octo/api:2.1
    restart: "no"
\`\`\`
`],["compose/limited-ulimits",`# Limits of processes are limits

The host limits what a process may open, start and leave behind. \`-1\` takes that away for a service, so that one with a leak brings down its neighbours, and one that crashes writes all it knows to disk.
Locked memory (\`memlock: -1\`) is fine: search engines need it, and a limit for memory covers it.

## Bad

\`\`\`yaml bad
services:
  api:
    image: ghcr.io/octo/api:2.1
    ulimits:
      nproc: -1
      core: { soft: 0, hard: -1 }
\`\`\`

\`\`\`text findings
5:7: info: \`nproc\` without limit takes away the host's own limit for processes. Name the number that the service needs.
6:7: info: \`core\` without limit takes away the host's own limit for what a crash writes to disk, secrets among it. Name the number that the service needs.
\`\`\`

## Good

\`\`\`yaml good
services:
  search:
    image: elasticsearch:9.2.1
    ulimits:
      memlock: -1
      nofile: { soft: 65536, hard: 65536 }
\`\`\`
`],["compose/memory-limit",`# Services have a limit for memory

A service without a limit takes what it gets. When the memory of the host is gone, the kernel ends the largest process, whoever's fault it is, and everything becomes slow before that.
With a limit only the service that leaks is ended, and its restart policy brings it back. Measure what it needs (\`docker stats\`) and add some.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
  api:
    image: ghcr.io/octo/api:2.1
    deploy:
      resources:
        limits:
          cpus: "0.5"
        reservations:
          memory: 128M
\`\`\`

\`\`\`text findings
2:3: info: \`web\` may take all memory of the host: when it leaks, the kernel ends whatever is largest, which may be the database. Set \`mem_limit\` or \`deploy.resources.limits.memory\`.
4:3: info: \`api\` may take all memory of the host: when it leaks, the kernel ends whatever is largest, which may be the database. Set \`mem_limit\` or \`deploy.resources.limits.memory\`.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    mem_limit: 128m
  api:
    image: ghcr.io/octo/api:2.1
    deploy:
      resources:
        limits:
          memory: \${API_MEMORY}
\`\`\`
`],["compose/namespaced-sysctls",`# Kernel settings are such that a container has of its own

Of the settings of the kernel a container has its own copy only of those of the network, of shared memory and of message queues. Docker refuses to start a container that sets another, such as \`vm.max_map_count\`, which search engines ask for.
Those belong into \`/etc/sysctl.d\` of the host.

## Bad

\`\`\`yaml bad
services:
  search:
    image: opensearchproject/opensearch:3.3.2
    sysctls:
      - vm.max_map_count=262144
  proxy:
    image: haproxy:3.2.6
    network_mode: host
    sysctls:
      net.ipv4.ip_unprivileged_port_start: 0
\`\`\`

\`\`\`text findings
5:9: error: \`vm.max_map_count\` holds for the whole host, so that Docker refuses to start a container that sets it. Set it on the host, as with \`sysctl -w\`.
10:7: error: With \`network_mode: host\` there is only the host's \`net.ipv4.ip_unprivileged_port_start\`, which a container must not set: Docker refuses to start it. Set it on the host.
\`\`\`

## Good

\`\`\`yaml good
services:
  proxy:
    image: haproxy:3.2.6
    sysctls:
      net.core.somaxconn: 4096
      net.ipv4.ip_unprivileged_port_start: 0
      kernel.shmmax: 1073741824
\`\`\`
`],["compose/network-mode-without-networks",`# A service has network_mode or networks, not both

\`network_mode\` replaces the networks of a service: it takes those of the host, of another service, or none. Compose refuses a file that asks for both.
Decide for one of the two.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    network_mode: host
    networks:
      - default
\`\`\`

\`\`\`text findings
4:5: error: \`network_mode: host\` and \`networks\` exclude each other, so that Compose refuses the file.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    networks:
      - default
  agent:
    image: ghcr.io/octo/agent:2.1
    network_mode: none
\`\`\`
`],["compose/no-api-socket",`# Services do not get the Docker API by use_api_socket

\`use_api_socket: true\` mounts the socket of Docker Engine into the container, together with the credentials of your registries. It is short for what a mount of \`/var/run/docker.sock\` does, and as dangerous: who breaks into the service is root on the host.
Ignore the finding where the service's purpose is to manage this host.

## Bad

\`\`\`yaml bad
services:
  deployer:
    image: ghcr.io/octo/deployer:2.1
    use_api_socket: true
    restart: unless-stopped
\`\`\`

\`\`\`text findings
4:5: warning: \`use_api_socket\` mounts the socket of Docker Engine and the credentials of your registries into the container: who breaks into it is root on the host.
\`\`\`

\`\`\`yaml fixed
services:
  deployer:
    image: ghcr.io/octo/deployer:2.1
    restart: unless-stopped
\`\`\`

## Good

\`\`\`yaml good
services:
  deployer:
    image: ghcr.io/octo/deployer:2.1
    use_api_socket: false
\`\`\`
`],["compose/no-build-and-image","# Services are either built or pulled\n\nWith both `build` and `image` Compose pulls the image where it can and builds it otherwise, unless `pull_policy` says which.\nMostly `image` only names what is built, and that is fine. So no preset has this rule.\n\n## Bad\n\n```yaml bad\nservices:\n  api:\n    build: .\n    image: octo/api:2.1\n```\n\n```text findings\n3:5: info: `api` has `build` and `image`: whether it is built or pulled depends on what is there. Say so with `pull_policy`.\n```\n\n## Good\n\n```yaml good\nservices:\n  api:\n    build: .\n    image: octo/api:2.1\n    pull_policy: build\n  web:\n    image: nginx:1.29.3\n```\n"],["compose/no-cgroup-parent",`# Services stay in the control group that Docker makes for them

\`cgroup_parent\` puts a container into a group that is made outside of Docker. What it may use is then decided there, and a group without limits takes those away that the host had set for containers.
Hosts that divide their resources among teams by such groups have a reason to use it.

## Bad

\`\`\`yaml bad
services:
  batch:
    image: ghcr.io/octo/batch:2.1
    cgroup_parent: system.slice
\`\`\`

\`\`\`text findings
4:5: warning: With \`cgroup_parent\` the limits of a group elsewhere on the host hold for this service, which this file neither sets nor shows.
\`\`\`

\`\`\`yaml fixed
services:
  batch:
    image: ghcr.io/octo/batch:2.1
\`\`\`

## Good

\`\`\`yaml good
services:
  batch:
    image: ghcr.io/octo/batch:2.1
    mem_limit: 512m
\`\`\`
`],["compose/no-credential-literals",'# Passwords and keys are not written into the file\n\nWhat stands in a Compose file is known to everybody who can read the repository, today and in its history, and it is rarely changed. Give it as a secret (`secrets:` and a variable such as `POSTGRES_PASSWORD_FILE`), or as `${NAME}` that an untracked `.env` file sets.\nBy default only tokens and keys are told whose form tells who issued them: passwords in a Compose file are often those of a stack that nobody else reaches. With the presets `security` and `strict`, or\n`values: all`, everything that looks like a password is.\nEmpty values, switches, paths, names that only describe a secret and values that a variable gives are not reported. Passwords that everybody knows, such as `postgres` or `changeme`, have a rule of their own, `no-default-credentials`.\n\n## Bad\n\n```yaml bad\nservices:\n  api:\n    image: ghcr.io/octo/api:2.1\n    environment:\n      DATABASE_URL: postgres://shop:Rtz7-kWq2@db:5432/shop\n      SESSION_SECRET: 9f2c41d07be8\n  worker:\n    image: ghcr.io/octo/worker:2.1\n    environment:\n      - SMTP_PASSWORD=Rtz7-kWq2\n      - LOG_LEVEL=info\n```\n\n```text findings\n5:37: warning: The password in `DATABASE_URL` is written here for everybody who can read the repository. Give it as a secret, or as a variable that a file outside of it sets; change it if it is a real one.\n6:7: warning: The value of `SESSION_SECRET` is written here for everybody who can read the repository. Give it as a secret, or as a variable that a file outside of it sets; change it if it is a real one.\n10:9: warning: The value of `SMTP_PASSWORD` is written here for everybody who can read the repository. Give it as a secret, or as a variable that a file outside of it sets; change it if it is a real one.\n```\n\n```yaml bad options={"values":"tokens"}\nservices:\n  shop:\n    image: ghcr.io/octo/shop:2.1\n    environment:\n      PAYMENT: sk_live_4eC39HqLyjWDarjtT1zdp7dc\n      SESSION_SECRET: 9f2c41d07be8\n```\n\n```text findings\n5:7: warning: The Stripe key in `PAYMENT` is written here for everybody who can read the repository. Give it as a secret, or as a variable that a file outside of it sets; change it if it is a real one.\n```\n\n## Good\n\n```yaml good\nservices:\n  api:\n    image: ghcr.io/octo/api:2.1\n    environment:\n      DATABASE_URL: postgres://shop:${DB_PASSWORD}@db:5432/shop\n      DB_PASSWORD_FILE: /run/secrets/db\n      SESSION_SECRET:\n      TOKEN_TTL: 3600\n      AUTH_ENABLED: "true"\n  db:\n    image: postgres:17.6\n    environment:\n      POSTGRES_PASSWORD: postgres\n```\n'],["compose/no-default-credentials","# Services do not start with passwords that everybody knows\n\n`postgres`, `changeme` and the user's own name are what every attacker tries first, and files that were written for development are what production starts from. A variable that has to be set, `${DB_PASSWORD:?}`, makes the forgotten one an error.\nIt does not matter for a stack that only tests start and nobody else reaches, which is why this rule is not on by default.\n\n## Bad\n\n```yaml bad\nservices:\n  db:\n    image: postgres:17.6\n    environment:\n      POSTGRES_USER: shop\n      POSTGRES_PASSWORD: shop\n  api:\n    image: ghcr.io/octo/api:2.1\n    environment:\n      - DATABASE_URL=postgres://shop:shop@db:5432/shop\n      - SESSION_SECRET=${SESSION_SECRET:-9f2c41d07be8}\n```\n\n```text findings\n6:7: warning: The value of `POSTGRES_PASSWORD` is one that everybody knows or guesses, and such values reach production. Let it come from outside: `${POSTGRES_PASSWORD:?}` refuses to start without one.\n10:38: warning: The password in `DATABASE_URL` is one that everybody knows or guesses, and such values reach production. Let it come from outside: `${PASSWORD:?}` refuses to start without one.\n11:9: warning: The value of `SESSION_SECRET` falls back to one that is written here for everybody to read, and nobody notices when it is not set. Let it come from outside: `${SESSION_SECRET:?}` refuses to start without one.\n```\n\n## Good\n\n```yaml good\nservices:\n  db:\n    image: postgres:17.6\n    environment:\n      POSTGRES_USER: shop\n      POSTGRES_PASSWORD: ${DB_PASSWORD:?}\n```\n"],["compose/no-dependency-cycles",`# No service waits for itself

Compose starts a service after those that it depends on. In a circle none can be the first, so Compose refuses the whole file.
\`links\`, \`volumes_from\` and sharing another service's network count like \`depends_on\`. Let the service that can wait retry its connection, and drop its dependency.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    depends_on:
      - api
  api:
    image: ghcr.io/octo/api:2.1
    depends_on:
      worker:
        condition: service_started
  worker:
    image: ghcr.io/octo/worker:2.1
    network_mode: service:api
\`\`\`

\`\`\`text findings
13:27: error: These services wait for each other: \`api\` \u2192 \`worker\` \u2192 \`api\`. None can start first, so that Compose refuses the file.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    depends_on:
      - api
      - worker
  api:
    image: ghcr.io/octo/api:2.1
    depends_on:
      - worker
  worker:
    image: ghcr.io/octo/worker:2.1
\`\`\`
`],["compose/no-disabled-logging",`# What services say is kept

With the logging driver \`none\` the output of a service is thrown away, and \`docker logs\` shows nothing. After a failure or a break-in nobody can tell what happened.
If the reason is the space that logs take, the driver \`local\` rotates them.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    logging:
      driver: "none"
  api: { image: "ghcr.io/octo/api:2.1", logging: { driver: none } }
\`\`\`

\`\`\`text findings
5:15: warning: With the driver \`none\` nothing that the service says is kept: after a failure or a break-in there is nothing to look at. \`local\` keeps it, compressed and rotated.
6:60: warning: With the driver \`none\` nothing that the service says is kept: after a failure or a break-in there is nothing to look at. \`local\` keeps it, compressed and rotated.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    logging:
      driver: "local"
  api: { image: "ghcr.io/octo/api:2.1", logging: { driver: local } }
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    logging:
      driver: local
  api:
    image: ghcr.io/octo/api:2.1
\`\`\`
`],["compose/no-disabled-oom-kill",`# The kernel may end a service that takes all memory

When memory is gone, something must end. \`oom_kill_disable\` takes a service out of the choice: without a limit for memory the host hangs, and with one the service itself does.
\`oom_score_adj\` near -1000 does the same; under cgroups of version 2 only that has an effect. Reserve memory for what is precious (\`mem_reservation\`) and limit the rest.

## Bad

\`\`\`yaml bad
services:
  db:
    image: postgres:18.1
    oom_kill_disable: true
  queue:
    image: rabbitmq:4.2.0
    oom_score_adj: -1000
\`\`\`

\`\`\`text findings
4:5: warning: With \`oom_kill_disable\` the kernel spares this service when memory is gone, and ends others in its place, or hangs.
7:5: warning: With \`oom_score_adj\` the kernel spares this service when memory is gone, and ends others in its place, or hangs.
\`\`\`

\`\`\`yaml fixed
services:
  db:
    image: postgres:18.1
  queue:
    image: rabbitmq:4.2.0
\`\`\`

## Good

\`\`\`yaml good
services:
  db:
    image: postgres:18.1
    mem_reservation: 1g
    oom_score_adj: -100
\`\`\`
`],["compose/no-docker-socket",`# Services do not get the socket of the container engine, or of systemd

Whoever may speak to the socket of Docker, containerd, Podman or CRI-O can start a privileged container with the host's disk inside, and so is root on the host. That includes whoever finds a hole in the service that got it.
A read-only mount changes nothing: it protects the file, not what is said through it. Folders that hold the socket are the same, and the socket of systemd starts any program as root.
Where a service must watch containers, a socket proxy in between lets through only the calls that it needs. Ignore the finding where the service's purpose is to manage this host.
By default only databases, caches and brokers are told, which never need it; \`services: all\` tells every service.

## Bad

\`\`\`yaml bad
services:
  metrics:
    image: ghcr.io/octo/metrics:2.1
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro
      - type: bind
        source: \${DOCKER_SOCK:-/run/user/1000/podman/podman.sock}
        target: /podman.sock
  monitor:
    image: ghcr.io/octo/monitor:2.1
    volumes:
      - /var/run:/host/run
      - /run/systemd:/run/systemd:ro
\`\`\`

\`\`\`text findings
5:9: warning: \`/var/run/docker.sock\` controls the container engine: who breaks into this service can start a privileged container and is root on the host. Read-only does not help: it protects the file, not what is said through it. Put a socket proxy in between that lets through only the calls it needs.
7:17: warning: \`\${DOCKER_SOCK:-/run/user/1000/podman/podman.sock}\` controls the container engine: who breaks into this service can start a privileged container and is root on the host. Put a socket proxy in between that lets through only the calls it needs.
12:9: warning: \`/var/run\` holds the socket of the container engine: who breaks into this service can start a privileged container and is root on the host. Put a socket proxy in between that lets through only the calls it needs.
13:9: warning: By \`/run/systemd\` systemd is controlled: who breaks into this service can have any program started on the host, as root. Read-only does not help: it protects the file, not what is said through it. Mount the one file below it that the service needs.
\`\`\`

\`\`\`yaml bad options={"services":"databases"}
services:
  cache:
    image: redis:8
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock
\`\`\`

\`\`\`text findings
5:9: warning: \`/var/run/docker.sock\` controls the container engine: who breaks into this service can start a privileged container and is root on the host. A database has no use for it: remove the mount.
\`\`\`

\`\`\`yaml bad
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    secrets: [engine]
secrets:
  engine:
    file: /var/run/docker.sock
\`\`\`

\`\`\`text findings
4:15: warning: \`/var/run/docker.sock\` controls the container engine: who breaks into this service can start a privileged container and is root on the host. Read-only does not help: it protects the file, not what is said through it. Put a socket proxy in between that lets through only the calls it needs.
\`\`\`

## Good

\`\`\`yaml good
services:
  metrics:
    image: ghcr.io/octo/metrics:2.1
    environment:
      DOCKER_HOST: tcp://socket-proxy:2375
    volumes:
      - ./run:/run
      - /run/systemd/journal/socket:/journal
      - /var/lib/metrics:/data
  socket-proxy:
    image: ghcr.io/tecnativa/docker-socket-proxy:0.4.1
    environment:
      CONTAINERS: 1
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro
\`\`\`

\`\`\`yaml good options={"services":"databases"}
services:
  proxy:
    image: traefik:3.6
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro
\`\`\`
`],["compose/no-dropped-commands",'# Commands that need a shell are given to one\n\nA `command` or `entrypoint` that is written as one string is cut into words by Compose itself; no shell reads it. At the first `&&`, `;`, `|` or `>` outside of quotes Compose stops reading and says nothing: of `migrate && serve` only `migrate` runs, and then the container ends.\n`sh -c "\u2026"` gives the whole line to a shell.\n\n## Bad\n\n```yaml bad\nservices:\n  web:\n    image: ghcr.io/octo/shop:2.1\n    command: python manage.py migrate && python manage.py runserver 0.0.0.0:8000\n```\n\n```text findings\n4:39: warning: Compose starts this without a shell, and drops `&& python manage.py runserver 0.0.0.0:8000` without a word: only `python manage.py migrate` runs. Give all of it to `sh -c`.\n```\n\n```yaml fixed\nservices:\n  web:\n    image: ghcr.io/octo/shop:2.1\n    command: sh -c "python manage.py migrate && python manage.py runserver 0.0.0.0:8000"\n```\n\n```yaml bad\nservices:\n  job:\n    image: ghcr.io/octo/shop:2.1\n    command: >\n      make report\n      > /reports/today\n  log:\n    image: ghcr.io/octo/shop:2.1\n    entrypoint: "serve --verbose | tee /log/all"\n```\n\n```text findings\n4:14: warning: Compose starts this without a shell, and drops `> /reports/today` without a word: only `make report` runs. Give all of it to `sh -c`.\n9:17: warning: Compose starts this without a shell, and drops `| tee /log/all` without a word: only `serve --verbose` runs. Give all of it to `sh -c`.\n```\n\n## Good\n\n```yaml good\nservices:\n  web:\n    image: ghcr.io/octo/shop:2.1\n    command: sh -c "python manage.py migrate && python manage.py runserver 0.0.0.0:8000"\n  cache:\n    image: redis:8\n    command: redis-server --requirepass \'a&b\'\n  job:\n    image: ghcr.io/octo/shop:2.1\n    command: ["sh", "-c", "make report > /reports/today"]\n  choice:\n    image: ghcr.io/octo/shop:2.1\n    command: serve --mode ${MODE:-a|b}\n```\n'],["compose/no-host-identity",`# Services keep users, host name and cgroups of their own

With \`userns_mode: host\` root in the container is root on the host even where the engine maps users to others; with \`uts: host\` the service can rename the host; with \`cgroup: host\` it sees, and where it may write there changes, the limits of everything that runs.
Hardly a service needs any of them.

## Bad

\`\`\`yaml bad
services:
  web:
    image: ghcr.io/octo/web:2.1
    uts: host
    userns_mode: "host"
    cgroup: host
    restart: always
\`\`\`

\`\`\`text findings
4:5: warning: With \`uts: host\` the container can change the name of the host.
5:5: warning: With \`userns_mode: host\` root in the container is root on the host, even where users are remapped.
6:5: warning: With \`cgroup: host\` the container sees the resource limits of everything on the host.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: ghcr.io/octo/web:2.1
    restart: always
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: ghcr.io/octo/web:2.1
    hostname: web
    cgroup: private
\`\`\`
`],["compose/no-host-namespaces",`# Services do not see the processes and the memory of the host

Namespaces are the walls between a container and its host. With \`pid: host\` the service sees every process with its environment, and as root reads and ends them; with \`ipc: host\` it shares their memory segments. So does who breaks into it.
Agents that watch the host need one of them: ignore the finding there, with the reason. What needs much shared memory gets it with \`shm_size\`.

## Bad

\`\`\`yaml bad
services:
  web:
    image: ghcr.io/octo/web:2.1
    ipc: \${IPC:-host}
    pid: "host" # sees all processes
    restart: always
\`\`\`

\`\`\`text findings
4:5: warning: With \`ipc: host\` the container shares the memory segments of the processes of the host.
5:5: warning: With \`pid: host\` the container sees every process of the host, and as root it can read and end them.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: ghcr.io/octo/web:2.1
    restart: always
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: ghcr.io/octo/web:2.1
    ipc: shareable
    shm_size: 1gb
  sidecar:
    image: ghcr.io/octo/sidecar:2.1
    pid: service:web
\`\`\`
`],["compose/no-host-network",`# Services do not share the network of the host

With \`network_mode: host\` a service has no network of its own. What listens on the host for itself only, such as a database or the API of a cloud machine, it reaches, and what it opens itself is open to every network that the host is in, whatever \`ports\` says.
VPNs, discovery and monitors of the network need it: ignore the finding there, with the reason.

## Bad

\`\`\`yaml bad
services:
  web:
    image: ghcr.io/octo/web:2.1
    network_mode: host
    restart: always
\`\`\`

\`\`\`text findings
4:5: warning: With \`network_mode: host\` the container reaches everything that listens on the host itself, and its own ports are open to every network.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: ghcr.io/octo/web:2.1
    restart: always
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: ghcr.io/octo/web:2.1
    ports:
      - "127.0.0.1:8080:8080"
  sidecar:
    image: ghcr.io/octo/sidecar:2.1
    network_mode: service:web
\`\`\`
`],["compose/no-kernel-capabilities",`# Services neither watch the kernel nor set its clock

\`PERFMON\` lets a container measure the kernel and everything that runs on it, and with that guess what others compute. \`SYS_TIME\` sets the clock of the host, by which certificates and tokens expire.
Monitoring agents and time servers have a reason for them; hardly another service has.

## Bad

\`\`\`yaml bad
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    cap_add:
      - CHOWN
      - PERFMON # asked for
  other: { image: "ghcr.io/octo/other:2.1", cap_add: [cap_sys_time] }
\`\`\`

\`\`\`text findings
6:9: warning: \`PERFMON\` lets the container watch the kernel and other processes: who breaks into the service can do that, too.
7:55: warning: \`cap_sys_time\` lets the container set the clock of the host: who breaks into the service can do that, too.
\`\`\`

\`\`\`yaml fixed
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    cap_add:
      - CHOWN
  other: { image: "ghcr.io/octo/other:2.1", cap_add: [cap_sys_time] }
\`\`\`

## Good

\`\`\`yaml good
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    cap_add:
      - CHOWN
    cap_drop:
      - PERFMON
\`\`\`
`],["compose/no-kernel-log",`# Services do not read the log of the kernel

The log of the kernel tells addresses in its memory, which an attack on it needs, and what happens on the rest of the host.
Only tools that collect that log need \`SYSLOG\`.

## Bad

\`\`\`yaml bad
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    cap_add:
      - CHOWN
      - SYSLOG # asked for
\`\`\`

\`\`\`text findings
6:9: info: \`SYSLOG\` lets the container read the log of the kernel: who breaks into the service can do that, too.
\`\`\`

\`\`\`yaml fixed
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    cap_add:
      - CHOWN
\`\`\`

## Good

\`\`\`yaml good
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    cap_add:
      - CHOWN
    cap_drop:
      - SYSLOG
\`\`\`
`],["compose/no-links",`# Services reach each other by name, without links

\`links\` made one container known to another before Docker had networks. In the network of a project every service has its name already, so that a link only hides which service needs which.
\`volumes_from\` is of the same age: it mounts all that another container has.

## Bad

\`\`\`yaml bad
services:
  web:
    image: ghcr.io/octo/shop:2.1
    links:
      - db
    volumes_from:
      - db
  db:
    image: ghcr.io/octo/db:2.1
\`\`\`

\`\`\`text findings
4:5: info: \`links\` is from the time before networks: services of one network reach each other by name without it. \`depends_on\` says who starts first; \`aliases\` of a network give other names.
6:5: info: \`volumes_from\` takes all volumes of another container, whatever they are, now and later. A named volume that both mount says which.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: ghcr.io/octo/shop:2.1
    depends_on: [db]
  db:
    image: ghcr.io/octo/db:2.1
\`\`\`
`],["compose/no-loose-tmpfs","# File systems in memory start no programs\n\nDocker mounts every `tmpfs` with `noexec`, `nosuid` and `nodev`. In a service whose file system is read-only that is the only place where an intruder can put a program; with `exec` it can be started there.\nSome runtimes unpack libraries into `/tmp` and need it: mount a folder of its own for those.\n\n## Bad\n\n```yaml bad\nservices:\n  web:\n    image: ghcr.io/octo/shop:2.1\n    tmpfs:\n      - /tmp:exec,size=64m\n  api:\n    image: ghcr.io/octo/api:2.1\n    tmpfs: /run:suid\n```\n\n```text findings\n5:9: info: `exec` takes back what Docker forbids there: programs, setuid bits and devices in `/tmp`, the one place where an intruder can mostly write.\n8:12: info: `suid` takes back what Docker forbids there: programs, setuid bits and devices in `/run`, the one place where an intruder can mostly write.\n```\n\n```yaml fixed\nservices:\n  web:\n    image: ghcr.io/octo/shop:2.1\n    tmpfs:\n      - /tmp:size=64m\n  api:\n    image: ghcr.io/octo/api:2.1\n    tmpfs: /run\n```\n\n## Good\n\n```yaml good\nservices:\n  web:\n    image: ghcr.io/octo/shop:2.1\n    tmpfs:\n      - /tmp:noexec,size=64m\n      - /run\n```\n"],["compose/no-nested-external-name",`# The name of what is external stands beside \`external\`

\`external\` was a map with \`name\` in files of version 2. Compose still reads it and warns at every start; other tools that follow the specification refuse it.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    networks:
      - proxy
networks:
  proxy:
    external:
      name: traefik_proxy
\`\`\`

\`\`\`text findings
9:7: info: \`name\` below \`external\` is deprecated, and Compose warns about it at every start. Write \`external: true\`, and \`name\` beside it.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    networks:
      - proxy
networks:
  proxy:
    external: true
    name: traefik_proxy
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    networks:
      - proxy
networks:
  proxy:
    external: true
    name: traefik_proxy
\`\`\`
`],["compose/no-new-privileges",`# Processes cannot gain privileges

A program with the setuid bit, such as \`su\` or \`sudo\`, gives its caller root inside the container. With \`no-new-privileges\` the kernel refuses that, so that a hole in an unprivileged service stays unprivileged.
Few services need the contrary: those whose entrypoint calls \`sudo\`. Those that start as root and change to another user by themselves work with it.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginxinc/nginx-unprivileged:1.29.3
    restart: unless-stopped
\`\`\`

\`\`\`text findings
2:3: info: Processes of \`web\` can gain privileges: a program with the setuid bit makes its caller root. \`no-new-privileges:true\` in \`security_opt\` stops that.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginxinc/nginx-unprivileged:1.29.3
    restart: unless-stopped
    security_opt:
      - no-new-privileges:true
\`\`\`

\`\`\`yaml bad
services:
  web:
    image: nginxinc/nginx-unprivileged:1.29.3
    security_opt:
      - apparmor:shop # written by hand
  api:
    image: ghcr.io/octo/api:2.1
    security_opt: ["no-new-privileges:false"]
\`\`\`

\`\`\`text findings
2:3: info: Processes of \`web\` can gain privileges: a program with the setuid bit makes its caller root. \`no-new-privileges:true\` in \`security_opt\` stops that.
8:20: info: \`no-new-privileges:false\` lets programs with the setuid bit make their caller root. Write \`no-new-privileges:true\`.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginxinc/nginx-unprivileged:1.29.3
    security_opt:
      - apparmor:shop # written by hand
      - no-new-privileges:true
  api:
    image: ghcr.io/octo/api:2.1
    security_opt: ["no-new-privileges:true"]
\`\`\`

\`\`\`yaml bad
services:
  api:
    image: ghcr.io/octo/api:2.1
    security_opt:
      - no-new-privileges:yes
\`\`\`

\`\`\`text findings
5:9: info: \`no-new-privileges:yes\` is neither true nor false to the engine, so that the service does not start.
\`\`\`

\`\`\`yaml fixed
services:
  api:
    image: ghcr.io/octo/api:2.1
    security_opt:
      - no-new-privileges:true
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginxinc/nginx-unprivileged:1.29.3
    security_opt:
      - no-new-privileges:true
  api:
    image: ghcr.io/octo/api:2.1
    security_opt: [no-new-privileges]
\`\`\`
`],["compose/no-obsolete-version",`# The Compose file names no version

Compose has ignored the top-level \`version\` since 2020 and warns about it at every start. It chooses nothing and only makes readers wonder which features they may use.
Before Docker 23 \`docker stack deploy\` asked for it: nothing is said of files that Swarm deploys, by their name or by what they tell it (\`placement\`, \`update_config\`, an overlay network).
Nor of files that only make sense on top of another one, of files for Podman, and of those that a program writes and that say so.

## Bad

\`\`\`yaml bad
version: "3.8"

services:
  web:
    image: nginx:1.29.3
\`\`\`

\`\`\`text findings
1:1: info: \`version\` is obsolete: Compose ignores it and warns about it at every start.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
\`\`\`

\`\`\`yaml bad
# The shop on one machine.
version: "3"
services:
  web:
    image: nginx:1.29.3
\`\`\`

\`\`\`text findings
2:1: info: \`version\` is obsolete: Compose ignores it and warns about it at every start.
\`\`\`

\`\`\`yaml fixed
# The shop on one machine.
services:
  web:
    image: nginx:1.29.3
\`\`\`

## Good

\`\`\`yaml good
name: shop
services:
  web:
    image: nginx:1.29.3
\`\`\`

\`\`\`yaml good
version: "3.8"
services:
  web:
    image: nginx:1.29.3
    deploy:
      placement:
        constraints: [node.role == worker]
\`\`\`

\`\`\`yaml good
# *** Generated by ./compose.sh, do not edit. ***
version: "3.8"
services:
  web:
    image: nginx:1.29.3
\`\`\`

\`\`\`yaml good file=compose.dev.yaml
version: "3.8"
services:
  web:
    environment:
      DEBUG: "1"
\`\`\`
`],["compose/no-open-device-rules",'# Device rules name the devices that a service may use\n\nA rule such as `a *:* rwm` or `b *:* rw` allows a container to use any device, whether it is listed under `devices` or not. It can make the file of the host\'s disk by itself and read all of it.\nName the major number: `c 188:* rw` is for serial adapters on USB.\n\n## Bad\n\n```yaml bad\nservices:\n  home:\n    image: ghcr.io/octo/home:2.1\n    device_cgroup_rules:\n      - "c 188:* rw"\n      - "a *:* rwm"\n```\n\n```text findings\n6:9: warning: `a *:* rwm` opens every device of the host, its disks among them: with `mknod` the container makes itself a way in. Name the device that is needed under `devices`.\n```\n\n```yaml fixed\nservices:\n  home:\n    image: ghcr.io/octo/home:2.1\n    device_cgroup_rules:\n      - "c 188:* rw"\n```\n\n## Good\n\n```yaml good\nservices:\n  home:\n    image: ghcr.io/octo/home:2.1\n    device_cgroup_rules:\n      - "c 188:* rw"\n```\n'],["compose/no-personal-paths",`# Mounted folders are there on every machine

A path in somebody's home folder, or on a drive of Windows, exists where the file was written. Elsewhere Docker makes an empty folder in its place, and the service starts without its files.
A path that begins with \`./\`, a named volume, or a variable works for everybody. On one's own server it may be just right.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    volumes:
      - /home/alice/pages:/usr/share/nginx/html:ro
      - type: bind
        source: C:\\Users\\alice\\conf
        target: /etc/nginx/conf.d
\`\`\`

\`\`\`text findings
5:9: info: \`/home/alice\` is a folder of one machine: on another Docker makes an empty one in its place, or fails. Write a path relative to this file, or let a variable say it.
7:17: info: \`C:\\Users\\alice\` is a folder of one machine: on another Docker makes an empty one in its place, or fails. Write a path relative to this file, or let a variable say it.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    volumes:
      - ./pages:/usr/share/nginx/html:ro
      - \${HOME}/conf:/etc/nginx/conf.d:ro
      - /srv/media:/media
\`\`\`
`],["compose/no-priority-capabilities",`# Services cannot take processors and memory from others

\`SYS_NICE\`, \`IPC_LOCK\` and \`LEASE\` let a container run ahead of everybody else, keep memory from being swapped out, and hold up who opens its files: enough to bring a host to a standstill.
Databases and audio servers use them to be faster. With limits for processors and memory beside them that does little harm.

## Bad

\`\`\`yaml bad
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    cap_add:
      - CHOWN
      - SYS_NICE # asked for
  other: { image: "ghcr.io/octo/other:2.1", cap_add: [cap_ipc_lock] }
\`\`\`

\`\`\`text findings
6:9: info: \`SYS_NICE\` lets the container take the processors from everybody else: who breaks into the service can do that, too.
7:55: info: \`cap_ipc_lock\` lets the container lock the memory of the host: who breaks into the service can do that, too.
\`\`\`

\`\`\`yaml fixed
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    cap_add:
      - CHOWN
  other: { image: "ghcr.io/octo/other:2.1", cap_add: [cap_ipc_lock] }
\`\`\`

## Good

\`\`\`yaml good
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    cap_add:
      - CHOWN
    cap_drop:
      - SYS_NICE
\`\`\`
`],["compose/no-privileged-build",`# Images are built in a sandbox

A build runs what other people wrote: installers, scripts of packages, tests. BuildKit keeps that in a sandbox; \`privileged\`, \`entitlements\` and the network of the host open it.
A build that needs a service of the host can be given its address through \`extra_hosts\`.

## Bad

\`\`\`yaml bad
services:
  web:
    build:
      context: .
      network: host
      privileged: true
  kernel:
    build:
      context: kernel
      entitlements:
        - security.insecure
\`\`\`

\`\`\`text findings
5:16: warning: \`network: host\` lets the steps of the Dockerfile, and every package that they install, reach everything that listens on the host.
6:19: warning: \`privileged: true\` runs the steps of the Dockerfile, and every package that they install, with all rights of root on the host.
11:11: warning: \`entitlements: security.insecure\` lets the steps of the Dockerfile, and every package that they install, out of their sandbox.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    build:
      context: .
  kernel:
    build:
      context: kernel
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    build:
      context: .
      network: none
      privileged: false
\`\`\`
`],["compose/no-privileged-ports",`# Ports are above 1023

Ports below 1024 are those of the system: a program must be root, or have a capability, to listen there. A service behind a proxy can use a higher one.
Docker lets every container listen on low ports by now, and web servers belong on 80 and 443. So no preset has this rule.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    ports:
      - "127.0.0.1:8080:80"
      - target: 8443
        published: 443
\`\`\`

\`\`\`text findings
5:25: info: Port 80 in the container is one that only root may open: a service on a higher one needs no root.
7:20: info: Port 443 of the host is one that only root may open: a service on a higher one needs no root.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginxinc/nginx-unprivileged:1.29.3
    ports:
      - "127.0.0.1:8080:8080"
\`\`\`
`],["compose/no-privileged",'# Services are not privileged\n\n`privileged: true` gives a container every capability, all devices of the host, and takes away the confinement by seccomp and AppArmor. Who breaks into such a container is root on the host.\nMost services that ask for it need one capability or one device: name that with `cap_add` or `devices`. Docker-in-Docker images, which cannot do without, are not reported. The same holds for commands of `post_start` and `pre_stop`, which Compose runs in the container.\nBy default only databases, caches and brokers are told, which never need it; `services: all` tells every service.\n\n## Bad\n\n```yaml bad\nservices:\n  vpn:\n    image: ghcr.io/octo/vpn:2.1\n    privileged: true # for the tunnel device\n    volumes:\n      - state:/state\n    post_start:\n      - command: ["sysctl", "-w", "net.ipv4.ip_forward=1"]\n        privileged: true\nvolumes:\n  state:\n```\n\n```text findings\n4:5: warning: `privileged` gives the container all capabilities and devices of the host: who breaks into it is root there. Name the single `cap_add` or `devices` that it needs.\n9:9: warning: `privileged` runs this command with all capabilities and devices of the host, whatever the service may do. Give the service the single one that is needed.\n```\n\n```yaml fixed\nservices:\n  vpn:\n    image: ghcr.io/octo/vpn:2.1\n    volumes:\n      - state:/state\n    post_start:\n      - command: ["sysctl", "-w", "net.ipv4.ip_forward=1"]\nvolumes:\n  state:\n```\n\n```yaml bad\nservices:\n  agent: { image: "ghcr.io/octo/agent:2.1", privileged: true }\n```\n\n```text findings\n2:45: warning: `privileged` gives the container all capabilities and devices of the host: who breaks into it is root there. Name the single `cap_add` or `devices` that it needs.\n```\n\n```yaml fixed\nservices:\n  agent: { image: "ghcr.io/octo/agent:2.1" }\n```\n\n```yaml bad options={"services":"databases"}\nservices:\n  db:\n    image: mysql:9.4\n    privileged: true\n```\n\n```text findings\n4:5: warning: `privileged` gives the container all capabilities and devices of the host: who breaks into it is root there. A database needs none of them.\n```\n\n```yaml fixed\nservices:\n  db:\n    image: mysql:9.4\n```\n\n## Good\n\n```yaml good\nservices:\n  vpn:\n    image: ghcr.io/octo/vpn:2.1\n    privileged: false\n    cap_add:\n      - NET_ADMIN\n    devices:\n      - /dev/net/tun\n  builder:\n    image: docker:28.5-dind\n    privileged: true\n```\n\n```yaml good options={"services":"databases"}\nservices:\n  vpn:\n    image: ghcr.io/octo/vpn:2.1\n    privileged: true\n```\n'],["compose/no-process-capabilities",`# Services cannot look into other processes and files

With \`SYS_PTRACE\` a container reads and changes the memory of other processes, and with \`DAC_READ_SEARCH\` it opens files past all permissions, by a known trick also those of the host.
Debuggers and profilers need the one, some backup tools the other: give it to those only while they work.

## Bad

\`\`\`yaml bad
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    cap_add:
      - CHOWN
      - SYS_PTRACE # asked for
  other: { image: "ghcr.io/octo/other:2.1", cap_add: [cap_dac_read_search] }
\`\`\`

\`\`\`text findings
6:9: warning: \`SYS_PTRACE\` lets the container read the memory of other processes: who breaks into the service can do that, too.
7:55: warning: \`cap_dac_read_search\` lets the container open files of the host by their number: who breaks into the service can do that, too.
\`\`\`

\`\`\`yaml fixed
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    cap_add:
      - CHOWN
  other: { image: "ghcr.io/octo/other:2.1", cap_add: [cap_dac_read_search] }
\`\`\`

## Good

\`\`\`yaml good
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    cap_add:
      - CHOWN
    cap_drop:
      - SYS_PTRACE
\`\`\`
`],["compose/no-public-database-ports",`# Ports of databases are not open to the network

A published port without an address listens on every network of the host, and Docker opens it past the rules of ufw and firewalld. Databases found like that are the ones that are copied and held to ransom.
Services of the same file reach each other without a published port. To look at the data from the host, 127.0.0.1 is enough. By default only databases are told that need no password and come back by \`restart\`, in files that are not for development, tests or examples; with the presets \`security\` and \`strict\`, or
\`services: all\`, every database is. Ignore the finding on a machine that no other reaches.

## Bad

\`\`\`yaml bad
services:
  db:
    image: postgres:17.6
    ports:
      - "5432:5432"
  cache:
    image: redis:8.2
    ports: ["0.0.0.0:6380:6379"]
\`\`\`

\`\`\`text findings
5:9: warning: \`5432\` opens PostgreSQL to every machine that reaches this host, also where its firewall would say no. Other services reach it without a published port.
8:13: warning: \`6380\` opens Redis, which asks for no password, to every machine that reaches this host, also where its firewall would say no. Other services reach it without a published port.
\`\`\`

\`\`\`yaml fixed
services:
  db:
    image: postgres:17.6
    ports:
      - "127.0.0.1:5432:5432"
  cache:
    image: redis:8.2
    ports: ["127.0.0.1:6380:6379"]
\`\`\`

\`\`\`yaml bad
services:
  search:
    image: ghcr.io/octo/search:2.1
    ports:
      - target: 9200
        published: "9200"
\`\`\`

\`\`\`text findings
6:21: warning: \`9200\` opens Elasticsearch to every machine that reaches this host, also where its firewall would say no. Other services reach it without a published port.
\`\`\`

\`\`\`yaml bad options={"services":"open"}
services:
  search:
    image: docker.elastic.co/elasticsearch/elasticsearch:7.17.9
    restart: unless-stopped
    environment:
      xpack.security.enabled: "false"
    ports:
      - "9200:9200"
  cache:
    image: redis:8.2
    restart: always
    ports:
      - "6379:6379"
\`\`\`

\`\`\`text findings
8:9: warning: \`9200\` opens Elasticsearch, which asks for no password, to every machine that reaches this host, also where its firewall would say no. Other services reach it without a published port.
13:9: warning: \`6379\` opens Redis, which asks for no password, to every machine that reaches this host, also where its firewall would say no. Other services reach it without a published port.
\`\`\`

\`\`\`yaml fixed
services:
  search:
    image: docker.elastic.co/elasticsearch/elasticsearch:7.17.9
    restart: unless-stopped
    environment:
      xpack.security.enabled: "false"
    ports:
      - "127.0.0.1:9200:9200"
  cache:
    image: redis:8.2
    restart: always
    ports:
      - "127.0.0.1:6379:6379"
\`\`\`

## Good

\`\`\`yaml good options={"services":"open"}
services:
  db:
    image: postgres:17.6
    restart: always
    env_file: db.env
    ports:
      - "5432:5432"
  cache:
    image: redis:8.2
    ports:
      - "6379:6379"
  sessions:
    image: redis:8.2
    restart: always
    command: redis-server /etc/redis/redis.conf
    ports:
      - "6380:6379"
\`\`\`

\`\`\`yaml good
services:
  db:
    image: postgres:17.6
    ports:
      - "127.0.0.1:5432:5432"
      - "\${DB_ADDRESS}:5433:5432"
  cache:
    image: redis:8.2
    expose:
      - 6379
  web:
    image: nginx:1.29.3
    ports:
      - "8080:80"
\`\`\`
`],["compose/no-raw-disks",`# Services get no disk of the host as a device

Who holds a disk as a device reads and writes its blocks, past all permissions of the files on it: that is as good as root on the host.
Tools that watch the health of disks ask for it; they get by with \`:r\` and \`SYS_RAWIO\`, and deserve an ignore comment with the reason.

## Bad

\`\`\`yaml bad
services:
  backup:
    image: ghcr.io/octo/backup:2.1
    devices:
      - /dev/sda:/dev/sda
      - /dev/net/tun
  disks: { image: "ghcr.io/octo/disks:2.1", devices: ["/dev/disk/by-id/ata-1:/dev/xvda"] }
\`\`\`

\`\`\`text findings
5:9: warning: With \`/dev/sda\` the container can read and change every file on it, past all permissions. Mount the one folder that it needs.
7:55: warning: With \`/dev/disk/by-id/ata-1\` the container can read and change every file on it, past all permissions. Mount the one folder that it needs.
\`\`\`

\`\`\`yaml fixed
services:
  backup:
    image: ghcr.io/octo/backup:2.1
    devices:
      - /dev/net/tun
  disks: { image: "ghcr.io/octo/disks:2.1", devices: ["/dev/disk/by-id/ata-1:/dev/xvda"] }
\`\`\`

## Good

\`\`\`yaml good
services:
  vpn:
    image: ghcr.io/octo/vpn:2.1
    devices:
      - /dev/net/tun
      - source: /dev/ttyUSB0
        target: /dev/ttyUSB0
\`\`\`
`],["compose/no-redundant-expose",`# Ports that are published are not exposed once more

\`expose\` tells readers which ports other services use; it opens nothing. What \`ports\` publishes is told there already, so that a second line is only one more to keep in step.
Ports that only other services use may well stand under \`expose\`.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    ports:
      - "127.0.0.1:8080:80"
    expose:
      - "80"
      - "9113"
  api:
    image: ghcr.io/octo/api:2.1
    expose:
      - 3000
      - 3001
    ports:
      - "127.0.0.1:3000:3000"
      - "127.0.0.1:3001:3001"
\`\`\`

\`\`\`text findings
7:9: info: \`80\` is published under \`ports\` already; \`expose\` adds nothing to it.
12:9: info: \`3000\` is published under \`ports\` already; \`expose\` adds nothing to it.
13:9: info: \`3001\` is published under \`ports\` already; \`expose\` adds nothing to it.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    ports:
      - "127.0.0.1:8080:80"
    expose:
      - "9113"
  api:
    image: ghcr.io/octo/api:2.1
    ports:
      - "127.0.0.1:3000:3000"
      - "127.0.0.1:3001:3001"
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    ports:
      - "127.0.0.1:8080:80"
    expose:
      - "9113"
      - "80/udp"
\`\`\`
`],["compose/no-root-capabilities",`# Services get no capability that is as good as root on the host

With \`ALL\`, \`SYS_ADMIN\`, \`SYS_MODULE\` or \`SYS_RAWIO\` a process leaves its container: it mounts the disks of the host, loads code into the kernel, or writes to its memory.
Most programs that ask for one of them need something smaller, or only a device. Ignore the finding, with the reason, where there is no other way.

## Bad

\`\`\`yaml bad
services:
  backup:
    image: ghcr.io/octo/backup:2.1
    cap_add:
      - CHOWN
      - SYS_ADMIN # mounts the share
\`\`\`

\`\`\`text findings
6:9: warning: \`SYS_ADMIN\` lets the container mount the disks of the host and leave the container: who breaks into the service can do that, too.
\`\`\`

\`\`\`yaml fixed
services:
  backup:
    image: ghcr.io/octo/backup:2.1
    cap_add:
      - CHOWN
\`\`\`

\`\`\`yaml bad
services:
  backup:
    image: ghcr.io/octo/backup:2.1
    cap_add: [cap_sys_module, CHOWN]
\`\`\`

\`\`\`text findings
4:15: warning: \`cap_sys_module\` lets the container load code into the kernel of the host: who breaks into the service can do that, too.
\`\`\`

\`\`\`yaml fixed
services:
  backup:
    image: ghcr.io/octo/backup:2.1
    cap_add: [CHOWN]
\`\`\`

## Good

\`\`\`yaml good
services:
  backup:
    image: ghcr.io/octo/backup:2.1
    cap_drop:
      - ALL
    cap_add:
      - CHOWN
      - NET_BIND_SERVICE
\`\`\`
`],["compose/no-root-service-user",`# No service is made to run as root

\`user: root\` undoes what the image says. A hole in the service then gives root in the container, and with a mounted folder or a hole in the kernel also on the host.
It is mostly there because of a volume whose files belong to somebody else: change their owner once instead.

## Bad

\`\`\`yaml bad
services:
  web:
    image: ghcr.io/octo/shop:2.1
    user: root
  worker:
    image: ghcr.io/octo/worker:2.1
    user: "0:1000"
\`\`\`

\`\`\`text findings
4:11: warning: \`user: root\` makes the service run as root, whatever its image says: a hole in it then also gives what only root may do. Name the user that its image is made for.
7:11: warning: \`user: 0:1000\` makes the service run as root, whatever its image says: a hole in it then also gives what only root may do. Name the user that its image is made for.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: ghcr.io/octo/shop:2.1
    user: "1000:0"
  worker:
    image: ghcr.io/octo/worker:2.1
    user: "\${UID}:\${GID}"
\`\`\`
`],["compose/no-secret-build-args",`# Build arguments hold no passwords and keys

A build argument is kept in the history of the image, where \`docker history\` shows it to everybody who has the image. Written into the Compose file it is in the repository, too.
\`build.secrets\` together with \`RUN --mount=type=secret\` gives it to the one step that needs it.

## Bad

\`\`\`yaml bad
services:
  web:
    build:
      context: .
      args:
        NPM_TOKEN: Ook7xee0ohWeeph4
        VERSION: "2.1"
\`\`\`

\`\`\`text findings
6:9: warning: The value of \`NPM_TOKEN\` is written here for everybody who can read the repository, and stays in the history of the image that is built. Give it as a build secret.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    build:
      context: .
      args:
        NODE_ENV: production
        PUBLIC_KEY: \${PUBLIC_KEY}
      secrets:
        - npm
secrets:
  npm:
    environment: NPM_TOKEN
\`\`\`
`],["compose/no-secrets-in-commands",`# Commands, labels and health checks hold no passwords and keys

What a service runs is part of the file, of \`docker inspect\` and of the list of processes: a password in it is known to everybody who sees one of them.
By default only tokens and keys are told whose form tells who issued them; with the presets \`security\` and \`strict\`, or \`values: all\`, everything that looks like a password is.
Most programs read it from a file (\`--password-file\`, \`_FILE\` variables) or from the environment; put it into a secret.

## Bad

\`\`\`yaml bad
services:
  cache:
    image: redis:8.2.3
    command: redis-server --requirepass aeGh7ohquu3eingu
    healthcheck:
      test: ["CMD", "redis-cli", "--pass", "x"]
  job:
    image: ghcr.io/octo/job:2.1
    command: ["sync", "--api-token", "Ook7xee0ohWeeph4"]
  db:
    image: ghcr.io/octo/db:2.1
    healthcheck:
      test: mysqladmin ping -paeGh7ohquu3eingu
    labels:
      homepage.widget.key: Ook7xee0ohWeeph4
  queue:
    image: ghcr.io/octo/queue:2.1
    healthcheck:
      test: ["CMD-SHELL", "PGPASSWORD=aeGh7ohquu3eingu psql -c 'select 1' && redis-cli -a aeGh7ohquu3eingu ping"]
\`\`\`

\`\`\`text findings
4:27: warning: The secret of \`--requirepass\` is written here, where everybody who can read the repository, or the list of processes, finds it. Read it from a secret's file or a variable that is set outside.
9:24: warning: The secret of \`--api-token\` is written here, where everybody who can read the repository, or the list of processes, finds it. Read it from a secret's file or a variable that is set outside.
13:29: warning: The secret of \`-p\` is written here, where everybody who can read the repository, or the list of processes, finds it. Read it from a secret's file or a variable that is set outside.
15:7: warning: The secret of \`homepage.widget.key\` is written here, where everybody who can read the repository, or the list of processes, finds it. Read it from a secret's file or a variable that is set outside.
19:28: warning: The secret of \`PGPASSWORD\` is written here, where everybody who can read the repository, or the list of processes, finds it. Read it from a secret's file or a variable that is set outside.
19:88: warning: The secret of \`-a\` is written here, where everybody who can read the repository, or the list of processes, finds it. Read it from a secret's file or a variable that is set outside.
\`\`\`

\`\`\`yaml bad options={"values":"tokens"}
services:
  cache:
    image: redis:8.2.3
    command: redis-server --requirepass aeGh7ohquu3eingu
  pay:
    image: ghcr.io/octo/pay:2.1
    command: ["--key", "sk_live_4eC39HqLyjWDarjtT1zdp7dc"]
\`\`\`

\`\`\`text findings
7:25: warning: This Stripe key is written here, where everybody who can read the repository, or the list of processes, finds it. Read it from a secret's file or a variable that is set outside.
\`\`\`

## Good

\`\`\`yaml good
services:
  cache:
    image: redis:8.2.3
    command: redis-server --requirepass \${REDIS_PASSWORD}
  job:
    image: ghcr.io/octo/job:2.1
    command: ["sync", "--api-token-file", "/run/secrets/token"]
  db:
    image: ghcr.io/octo/db:2.1
    healthcheck:
      test: ["CMD-SHELL", "mysqladmin ping -p$$MYSQL_ROOT_PASSWORD"]
\`\`\`
`],["compose/no-sensitive-host-paths",`# Services do not see the private folders of the host

Home folders, \`/etc\` and \`/proc\` of the host hold keys, password hashes and the environment of every process. A read-only mount hides none of that from who breaks into the service.
Monitors of the host need some of them: ignore the finding there, with the reason. What can be written to has a rule of its own, \`no-writable-host-system\`, and so have the sockets of container engines, \`no-docker-socket\`.

## Bad

\`\`\`yaml bad
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    volumes:
      - /etc/shadow:/shadow:ro
      - ~/.ssh:/root/.ssh
      - \${HOME}/.aws:/root/.aws:ro
      - /run/dbus:/run/dbus:ro
      - /dev/bus/usb:/dev/bus/usb:ro
      - /etc/timezone:/etc/timezone
\`\`\`

\`\`\`text findings
5:9: warning: \`/etc/shadow\` of the host shows the container keys, settings or processes that are none of its business. Mount the one file or folder that it needs.
6:9: warning: \`~/.ssh\` of the host shows the container keys, settings or processes that are none of its business. Mount the one file or folder that it needs.
7:9: warning: \`\${HOME}/.aws\` of the host shows the container keys, settings or processes that are none of its business. Mount the one file or folder that it needs.
8:9: warning: \`/run/dbus\` of the host holds sockets and states by which other programs of the host are reached. Mount the one that it needs.
9:9: warning: \`/dev/bus/usb\` of the host shows the container devices that are none of its business. Name the one that it needs under \`devices\`.
10:9: warning: \`/etc/timezone\` of the host can be changed by the container, and the time of the host with it. Mount it read-only.
\`\`\`

\`\`\`yaml fixed
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    volumes:
      - /etc/shadow:/shadow:ro
      - ~/.ssh:/root/.ssh
      - \${HOME}/.aws:/root/.aws:ro
      - /run/dbus:/run/dbus:ro
      - /dev/bus/usb:/dev/bus/usb:ro
      - /etc/timezone:/etc/timezone:ro
\`\`\`

## Good

\`\`\`yaml good
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    volumes:
      - /etc/localtime:/etc/localtime:ro
      - /srv/agent:/data
      - ./home:/home
\`\`\`
`],["compose/no-shared-container-namespaces",`# Services share no namespaces with other containers

Containers that share a network, their processes or their memory are one container as far as an intruder is concerned, and they stop working together when one of them is made anew.
Services behind a VPN container, and tools that watch another process, have no other way: they deserve an ignore comment with the reason.

## Bad

\`\`\`yaml bad
services:
  vpn:
    image: ghcr.io/octo/vpn:2.1
  download:
    image: ghcr.io/octo/download:2.1
    network_mode: service:vpn
  debug:
    image: ghcr.io/octo/debug:2.1
    pid: "container:shop-web-1"
\`\`\`

\`\`\`text findings
6:19: info: \`network_mode: service:vpn\` shares the network of another container: each reaches what the other listens on at localhost, and a restart of that one cuts this one off.
9:10: info: \`pid: container:shop-web-1\` shows the processes of another container, whose memory and environment root here can read.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    ipc: private
  job:
    image: ghcr.io/octo/job:2.1
    network_mode: none
\`\`\`
`],["compose/no-shared-propagation",`# Mounts of a container stay in it

Propagation decides whether a file system that is mounted later is seen on the other side. With \`shared\` the container can put one over folders of the host.
Only drivers and tools that mount for others need it. To see what the host mounts, \`slave\` is enough.

## Bad

\`\`\`yaml bad
services:
  files:
    image: ghcr.io/octo/files:2.1
    volumes:
      - /srv/files:/files:rw,rshared
      - type: bind
        source: /srv/more
        target: /more
        bind:
          propagation: shared
\`\`\`

\`\`\`text findings
5:30: warning: With \`rshared\` what the container mounts there appears on the host and in other containers, over what they have.
10:24: warning: With \`shared\` what the container mounts there appears on the host and in other containers, over what they have.
\`\`\`

\`\`\`yaml fixed
services:
  files:
    image: ghcr.io/octo/files:2.1
    volumes:
      - /srv/files:/files:rw,rslave
      - type: bind
        source: /srv/more
        target: /more
        bind:
          propagation: slave
\`\`\`

## Good

\`\`\`yaml good
services:
  files:
    image: ghcr.io/octo/files:2.1
    volumes:
      - /srv/files:/files:rslave
\`\`\`
`],["compose/no-ssh-server",`# Services run no SSH server

An SSH server in a container needs accounts, keys and updates of its own, and whoever gets in is past everything that watches the service. \`docker compose exec\` gives a shell to those who may use the host anyway.
Servers for Git, for files and for jumping to other hosts are not reported: SSH is what they are for.

## Bad

\`\`\`yaml bad
services:
  web:
    image: ghcr.io/octo/shop:2.1
    ports:
      - "2222:22"
\`\`\`

\`\`\`text findings
5:9: info: Port 22 of the container is published: a login by SSH is a second door, with keys and passwords of its own to look after. \`docker compose exec\` gives a shell without it.
\`\`\`

## Good

\`\`\`yaml good
services:
  code:
    image: gitea/gitea:1.25.1
    ports:
      - "222:22"
  web:
    image: ghcr.io/octo/shop:2.1
    ports:
      - "8022:8022"
\`\`\`
`],["compose/no-strong-capabilities",`# Services get no capability that reaches beyond the container

Some capabilities reach beyond their container: with them a process reads the memory of others, changes networks and clocks, or takes the processors from everybody else. Whoever breaks into the service gets them.
Debuggers, VPNs and monitors need one of them: ignore the finding there, with the reason. Those that are as good as root have a rule of their own, \`no-root-capabilities\`.

## Bad

\`\`\`yaml bad
services:
  vpn:
    image: ghcr.io/octo/vpn:2.1
    cap_add:
      - NET_ADMIN
      - CHOWN
\`\`\`

\`\`\`text findings
5:9: warning: \`NET_ADMIN\` lets the container change networks and firewall rules: who breaks into the service can do that, too.
\`\`\`

\`\`\`yaml fixed
services:
  vpn:
    image: ghcr.io/octo/vpn:2.1
    cap_add:
      - CHOWN
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: ghcr.io/octo/web:2.1
    cap_add:
      - NET_BIND_SERVICE
\`\`\`
`],["compose/no-unconfined-profiles",`# Seccomp, AppArmor and SELinux confine every service

Docker's default profiles keep containers from some forty system calls and from parts of /proc and /sys that programs do not need and attackers do. Switching one off opens the way that most escapes from containers took.
Debuggers need it sometimes: a profile of your own that allows the few calls is better, and where there is none, ignore the finding with the reason.

## Bad

\`\`\`yaml bad
services:
  app:
    image: ghcr.io/octo/app:2.1
    security_opt:
      - seccomp:unconfined
      - no-new-privileges:true
\`\`\`

\`\`\`text findings
5:9: warning: \`seccomp:unconfined\` lets the container make every system call, also those by which kernels are broken into.
\`\`\`

\`\`\`yaml fixed
services:
  app:
    image: ghcr.io/octo/app:2.1
    security_opt:
      - no-new-privileges:true
\`\`\`

\`\`\`yaml bad
services:
  app:
    image: ghcr.io/octo/app:2.1
    security_opt: ["apparmor=unconfined", "label:disable", "no-new-privileges:true"]
\`\`\`

\`\`\`text findings
4:20: warning: \`apparmor=unconfined\` switches AppArmor off for the container: what its profile forbids, such as mounting, is allowed.
4:43: warning: \`label:disable\` switches off the separation by SELinux: the container may use files of the host and of other containers.
\`\`\`

\`\`\`yaml fixed
services:
  app:
    image: ghcr.io/octo/app:2.1
    security_opt: ["no-new-privileges:true"]
\`\`\`

\`\`\`yaml bad
services:
  app:
    image: ghcr.io/octo/app:2.1
    security_opt:
      - label:seccomp:unconfined
      - no-new-privileges:true
\`\`\`

\`\`\`text findings
5:9: warning: \`label:seccomp:unconfined\` is meant to switch off \`seccomp\`, which \`label\` cannot: where SELinux is on, the service does not start.
\`\`\`

\`\`\`yaml fixed
services:
  app:
    image: ghcr.io/octo/app:2.1
    security_opt:
      - no-new-privileges:true
\`\`\`

## Good

\`\`\`yaml good
services:
  app:
    image: ghcr.io/octo/app:2.1
    security_opt:
      - seccomp:./profile.json
      - label:type:container_runtime_t
\`\`\`
`],["compose/no-unused-definitions",`# Networks, volumes, secrets and configs that are defined are used

Compose creates only what a service uses, so a definition without use does nothing. Often it is the other half of a mistake: the service that should use it names something else, or its data goes nowhere.
Files that include others, extend services of others or have other Compose files beside them that are not at hand are not judged.

Definitions with a \`name\` of their own are told only in \`compose.yaml\` and \`docker-compose.yml\`: other files may be loaded together with more that use it.
What a service uses that is commented out is left alone, too.

## Bad

\`\`\`yaml bad
services:
  db:
    image: postgres:17.6
    volumes:
      - data:/var/lib/postgresql/data
networks:
  backend:
volumes:
  data:
  # from the time of the first release
  old-cache:
    driver: local
\`\`\`

\`\`\`text findings
7:3: warning: No service uses \`backend\`, so that Compose never creates it and readers look for its purpose in vain.
11:3: warning: No service uses \`old-cache\`, so that Compose never creates it and readers look for its purpose in vain.
\`\`\`

\`\`\`yaml fixed
services:
  db:
    image: postgres:17.6
    volumes:
      - data:/var/lib/postgresql/data
volumes:
  data:
  # from the time of the first release
\`\`\`

## Good

\`\`\`yaml good
services:
  db:
    image: postgres:17.6
    volumes:
      - data:/var/lib/postgresql/data
networks:
  default:
    name: shop
volumes:
  data:
\`\`\`

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    # For macOS & Windows
    # volumes:
    #   - files:/mnt/files
volumes:
  files:
\`\`\`
`],["compose/no-volumes-shared-by-services",`# Every volume belongs to one service

Services that mount the same volume or folder can change each other's files, and must agree on who owns them. One that only reads should mount it read-only.
Sharing is often the purpose, as of a web server and the program that writes its pages. So no preset has this rule.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    volumes:
      - pages:/usr/share/nginx/html:ro
  writer:
    image: ghcr.io/octo/writer:2.1
    volumes:
      - pages:/pages
volumes:
  pages:
\`\`\`

\`\`\`text findings
5:9: info: \`pages\` is mounted by \`web\`, \`writer\`: who breaks into one of them can change what the others read.
9:9: info: \`pages\` is mounted by \`web\`, \`writer\`: who breaks into one of them can change what the others read.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    volumes:
      - pages:/usr/share/nginx/html
  db:
    image: postgres:18.1
    volumes:
      - data:/var/lib/postgresql
volumes:
  pages:
  data:
\`\`\`
`],["compose/no-whole-host",`# No service writes to the whole file system of the host

A writable mount of \`/\` makes a service as good as root on the host: a line in a crontab or a key in \`authorized_keys\` is enough.
Monitors that measure the disks of the host need it read-only; that still shows all keys and closes no socket, which is told by \`no-sensitive-host-paths\`.

## Bad

\`\`\`yaml bad
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    volumes:
      - /:/host
      - type: bind
        source: /etc/..
        target: /all
      - all:/named
volumes:
  all:
    driver_opts: { type: none, device: /, o: bind }
\`\`\`

\`\`\`text findings
5:9: warning: \`/\` is the whole file system of the host: who breaks into this service can change what it runs, and is root there. Mount the one folder that it needs.
7:17: warning: \`/etc/..\` is the whole file system of the host: who breaks into this service can change what it runs, and is root there. Mount the one folder that it needs.
9:9: warning: \`/\` is the whole file system of the host: who breaks into this service can change what it runs, and is root there. Mount the one folder that it needs.
\`\`\`

## Good

\`\`\`yaml good
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    volumes:
      - /srv/agent:/data
      - /:/host:ro
      - .:/src
\`\`\`
`],["compose/no-writable-host-system",`# Services cannot write to the system of the host

Who can write to \`/etc\`, \`/usr\`, \`/root\` or \`/proc\` of the host decides what it runs: a line in a crontab or a key in \`authorized_keys\` is enough. A service with such a mount is as good as root on the host.
By default only those folders are told; with the presets \`security\` and \`strict\`, or the option \`below: true\`, what lies in them is told, too. What is mounted read-only has a rule of its own, \`no-sensitive-host-paths\`.

## Bad

\`\`\`yaml bad
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    volumes:
      - /etc/cron.d:/cron
      - type: bind
        source: /etc/
        target: /host-etc
      - /usr/local/sbin:/tools
      - /etc/hosts:/etc/hosts
\`\`\`

\`\`\`text findings
5:9: warning: \`/etc/cron.d\` of the host is mounted writable: who breaks into this service can change what the host runs, and is root there. Mount the one folder that it needs, read-only where that does.
7:17: warning: \`/etc/\` of the host is mounted writable: who breaks into this service can change what the host runs, and is root there. Mount the one folder that it needs, read-only where that does.
9:9: warning: \`/usr/local/sbin\` of the host is mounted writable: who breaks into this service can change what the host runs, and is root there. Mount the one folder that it needs, read-only where that does.
10:9: warning: \`/etc/hosts\` of the host is mounted writable: who breaks into this service can change what the host runs, and is root there. Mount the one folder that it needs, read-only where that does.
\`\`\`

\`\`\`yaml fixed
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    volumes:
      - /etc/cron.d:/cron
      - type: bind
        source: /etc/
        target: /host-etc
      - /usr/local/sbin:/tools:ro
      - /etc/hosts:/etc/hosts:ro
\`\`\`

## Good

\`\`\`yaml good options={"below":false}
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    volumes:
      - /etc/hosts:/etc/hosts
\`\`\`

\`\`\`yaml good
services:
  agent:
    image: ghcr.io/octo/agent:2.1
    volumes:
      - /usr:/host:ro
      - /etc/localtime:/etc/localtime
      - ./etc:/etc/agent
      - data:/var
volumes:
  data:
\`\`\`
`],["compose/one-default-compose-file","# A folder has one Compose file that is taken by itself\n\nWithout `-f` Compose takes the first of `compose.yaml`, `compose.yml`, `docker-compose.yml` and `docker-compose.yaml` that it finds. A second one is left aside: who edits it wonders why nothing changes.\nFiles for other purposes have names of their own, such as `compose.test.yaml`, and are named with `-f`.\n\n## Bad\n\n```yaml bad file=docker-compose.yml\nservices:\n  web:\n    image: nginx:1.29.3\n```\n\n```yaml file=compose.yaml\nservices:\n  web:\n    image: nginx:1.29.4\n```\n\n```text findings\ndocker-compose.yml:1:1: warning: `docker compose up` takes `compose.yaml` of this folder and leaves this file aside, with a warning about the two. Give one of them another name, or remove it.\n```\n\n## Good\n\n```yaml good file=compose.yaml\nservices:\n  web:\n    image: nginx:1.29.3\n```\n\n```yaml file=compose.test.yaml\nservices:\n  tests:\n    image: ghcr.io/octo/tests:2.1\n```\n"],["compose/persistent-database",`# Databases keep their data in a volume with a name

An image of a database asks for a volume by itself, but that one has no name: after \`docker compose down\` the next container gets another, and the data is lost among the volumes that nobody knows.
Where the data is to go, as in tests, say so with a \`tmpfs\`. Files and services whose names say that they are for tests are not reported.

## Bad

\`\`\`yaml bad
services:
  db:
    image: postgres:18.1
  orders:
    image: mysql:8.4.7
    volumes:
      - /var/lib/mysql
\`\`\`

\`\`\`text findings
2:3: info: The data of \`db\` is in a volume without a name: after \`docker compose down\` the service starts with an empty one. Mount a named volume at \`/var/lib/postgresql\`.
4:3: info: The data of \`orders\` is in a volume without a name: after \`docker compose down\` the service starts with an empty one. Mount a named volume at \`/var/lib/mysql\`.
\`\`\`

## Good

\`\`\`yaml good
services:
  db:
    image: postgres:18.1
    volumes:
      - data:/var/lib/postgresql
  orders:
    image: mysql:8.4.7
    volumes:
      - ./data:/var/lib/mysql
  cache:
    image: mongo:8.2.1
    tmpfs: /data/db
volumes:
  data:
\`\`\`
`],["compose/pids-limit",`# Services have a limit for processes

The numbers of processes are one pool for the whole host. A program that starts others without end, by mistake or on purpose, leaves none for anybody, so that not even a login works.
Two hundred are enough for most services; runtimes with many threads, such as the JVM, need more, because threads count, too.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
  api:
    image: ghcr.io/octo/api:2.1
    pids_limit: -1
\`\`\`

\`\`\`text findings
2:3: info: \`web\` may start as many processes as the kernel has numbers: a runaway stops the whole host. Set \`pids_limit\` or \`deploy.resources.limits.pids\`.
6:17: info: \`api\` may start as many processes as the kernel has numbers: a runaway stops the whole host. Set \`pids_limit\` or \`deploy.resources.limits.pids\`.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    pids_limit: 200
  api:
    image: ghcr.io/octo/api:2.1
    pids_limit: -1
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    pids_limit: 100
  api:
    image: ghcr.io/octo/api:2.1
    deploy: { resources: { limits: { pids: 300 } } }
\`\`\`
`],["compose/plain-volumes",`# Volumes are not in quotes

A path with a colon in it is a text in every reader of YAML, so that quotes around it are not needed. Some people want none where none are needed, as ports are the ones that need them.
That is a matter of taste, and the habit to quote everything is as good; so no preset has this rule.

<!-- not in flow: there every text is in quotes -->

<!-- not in anchor: the writer of that variant drops quotes -->

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    volumes:
      - "./pages:/usr/share/nginx/html:ro"
      - "data:/data"
volumes:
  data:
\`\`\`

\`\`\`text findings
5:9: info: \`./pages:/usr/share/nginx/html:ro\` needs no quotes.
6:9: info: \`data:/data\` needs no quotes.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    volumes:
      - ./pages:/usr/share/nginx/html:ro
      - data:/data
volumes:
  data:
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    volumes:
      - ./pages:/usr/share/nginx/html:ro
      - "\${DATA}:/data"
      - "./my pages:/more"
\`\`\`
`],["compose/private-propagation","# Mounts are private to their side\n\nThe CIS benchmark asks for no propagation but the default. `slave` lets what the host mounts later into the container, and `shared` the other way, too.\n`slave` is what backup tools and file servers need, so that no preset has this rule; `no-shared-propagation` tells the dangerous half.\n\n## Bad\n\n```yaml bad\nservices:\n  files:\n    image: ghcr.io/octo/files:2.1\n    volumes:\n      - /srv/files:/files:rslave\n```\n\n```text findings\n5:27: info: `rslave` lets mounts of one side appear on the other. The default, `rprivate`, keeps them apart.\n```\n\n## Good\n\n```yaml good\nservices:\n  files:\n    image: ghcr.io/octo/files:2.1\n    volumes:\n      - /srv/files:/files:ro\n      - /srv/more:/more:rprivate\n```\n"],["compose/project-name",`# The project has a name

Containers, networks and volumes begin with the name of the project, which is that of the folder unless \`name\` says another. A clone into another folder then starts beside the old one, with empty volumes.
A name that is added later has the same effect once, unless it is that of the folder.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
\`\`\`

\`\`\`text findings
1:1: info: Without \`name\` the project is called like the folder it lies in: under another it gets new containers and new, empty volumes.
\`\`\`

\`\`\`yaml bad file=web-shop/compose.yaml
# all of it
x-log: &log
  driver: local
services:
  web:
    image: nginx:1.29.3
    logging: *log
\`\`\`

\`\`\`text findings
4:1: info: Without \`name\` the project is called like the folder it lies in: under another it gets new containers and new, empty volumes.
\`\`\`

\`\`\`yaml fixed file=web-shop/compose.yaml
# all of it
x-log: &log
  driver: local
name: web-shop
services:
  web:
    image: nginx:1.29.3
    logging: *log
\`\`\`

## Good

\`\`\`yaml good
name: shop
services:
  web:
    image: nginx:1.29.3
\`\`\`
`],["compose/quoted-ports",`# Ports are in quotes

Readers of YAML 1.1 take \`2222:22\` for a number in base 60, while \`8080:80\` is a text to all of them. Quoting every port is the habit with which nobody has to know that.
Nothing changes for Compose itself. The ports for which it matters have a rule of their own, \`unambiguous-ports\`.

<!-- not in flow: there every text is in quotes -->

<!-- not in anchor: the writer of that variant drops quotes -->

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    ports:
      - 127.0.0.1:8080:80
    expose:
      - 9000
\`\`\`

\`\`\`text findings
5:9: info: \`127.0.0.1:8080:80\` is not in quotes. Readers of YAML 1.1 take some ports, such as \`22:22\`, for numbers in base 60; with quotes around all of them nobody has to know which.
7:9: info: \`9000\` is not in quotes. Readers of YAML 1.1 take some ports, such as \`22:22\`, for numbers in base 60; with quotes around all of them nobody has to know which.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    ports:
      - "127.0.0.1:8080:80"
    expose:
      - "9000"
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    ports:
      - "127.0.0.1:8080:80"
\`\`\`
`],["compose/read-only-config-mounts",`# Configuration files are mounted read-only

A configuration file is there to be read. Mounted writable, a service that is broken into can change it, so that it does something else after the next start, and the change lands in the folder of the project.
Services that write their settings back, as those with an interface for them do, need it writable.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    volumes:
      - ./nginx.conf:/etc/nginx/nginx.conf
      - "./tls/shop.crt:/etc/tls/shop.crt:rw,z"
      - type: bind
        source: ./php.ini
        target: /etc/php.ini
\`\`\`

\`\`\`text findings
5:9: info: \`./nginx.conf\` can be changed by the service: who breaks into it can have it do something else at its next start, and the file of the repository changes with it.
6:10: info: \`./tls/shop.crt\` can be changed by the service: who breaks into it can have it do something else at its next start, and the file of the repository changes with it.
8:17: info: \`./php.ini\` can be changed by the service: who breaks into it can have it do something else at its next start, and the file of the repository changes with it.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    volumes:
      - ./nginx.conf:/etc/nginx/nginx.conf:ro
      - "./tls/shop.crt:/etc/tls/shop.crt:ro,z"
      - type: bind
        source: ./php.ini
        target: /etc/php.ini
        read_only: true
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    volumes:
      - ./nginx.conf:/etc/nginx/nginx.conf:ro
      - ./pages:/usr/share/nginx/html
\`\`\`
`],["compose/read-only-root","# The file system of a service is read-only\n\nWith `read_only: true` nothing in a container can be changed while it runs, but for its volumes and what `tmpfs` names. An intruder can then neither replace the program nor leave one behind.\nMost services need a `tmpfs` for `/tmp` or `/run`, and some write where they should not; so try it out before it goes live.\n\n## Bad\n\n```yaml bad\nservices:\n  web:\n    image: ghcr.io/octo/shop:2.1 # the shop\n    environment:\n      LOG: warn\n  worker:\n    image: ghcr.io/octo/worker:2.1\n    read_only: false\n```\n\n```text findings\n2:3: info: `web` can write everywhere in its own file system, so that an intruder can change its programs and leave others there. With `read_only: true` only volumes and `tmpfs` can be written.\n8:16: info: `worker` can write everywhere in its own file system, so that an intruder can change its programs and leave others there. With `read_only: true` only volumes and `tmpfs` can be written.\n```\n\n```yaml fixed\nservices:\n  web:\n    image: ghcr.io/octo/shop:2.1 # the shop\n    environment:\n      LOG: warn\n    read_only: true\n  worker:\n    image: ghcr.io/octo/worker:2.1\n    read_only: true\n```\n\nWhere it is known which folders the image's program writes to when it starts, the fix mounts memory there.\n\n```yaml bad\nservices:\n  proxy:\n    image: nginx:1.29.1\n```\n\n```text findings\n2:3: info: `proxy` can write everywhere in its own file system, so that an intruder can change its programs and leave others there. With `read_only: true` only volumes and `tmpfs` can be written.\n```\n\n```yaml fixed\nservices:\n  proxy:\n    image: nginx:1.29.1\n    read_only: true\n    tmpfs:\n      - /var/cache/nginx\n      - /run\n```\n\n## Good\n\n```yaml good\nservices:\n  web:\n    image: ghcr.io/octo/shop:2.1\n    read_only: true\n    tmpfs:\n      - /tmp\n```\n"],["compose/restart-policy",`# Services come back after a failure

Without \`restart\` a service that ends stays down, and so does the whole project when the host is restarted. \`unless-stopped\` brings it back, but for what somebody stopped on purpose.
Services that do their work and end are not meant: those with a profile, those whose end others wait for, and those that somebody types into. A file for development only does not need it.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    ports:
      - "8080:80"
\`\`\`

\`\`\`text findings
2:3: info: \`web\` stays down after it fails, and after a restart of the host: it has no \`restart\`.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    ports:
      - "8080:80"
    restart: unless-stopped
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: ghcr.io/octo/shop:2.1
    restart: always
    depends_on:
      migrate:
        condition: service_completed_successfully
  migrate:
    image: ghcr.io/octo/shop:2.1
  once:
    image: ghcr.io/octo/shop:2.1
    restart: "no"
  shell:
    image: ghcr.io/octo/shop:2.1
    profiles: [tools]
\`\`\`
`],["compose/rotated-logs",'# Logs do not grow without end\n\nDocker keeps what a service says in one file of JSON that grows as long as the container lives. A talkative service fills the disk of its host within months.\n`max-size` and `max-file` rotate it; the driver `local` does so by itself. Where the engine\'s own configuration (`daemon.json`) says so for all, this rule has nothing to tell.\n\n## Bad\n\n```yaml bad\nservices:\n  web:\n    image: nginx:1.29.3\n  api:\n    image: ghcr.io/octo/api:2.1\n    logging:\n      driver: json-file\n```\n\n```text findings\n2:3: info: The log of `web` grows until the disk is full: `json-file`, which is the default, keeps all. Set `max-size`, or use the driver `local`.\n7:15: info: The log of `api` grows until the disk is full: `json-file`, which is the default, keeps all. Set `max-size`, or use the driver `local`.\n```\n\n## Good\n\n```yaml good\nservices:\n  web:\n    image: nginx:1.29.3\n    logging:\n      driver: json-file\n      options:\n        max-size: 10m\n        max-file: "3"\n  api:\n    image: ghcr.io/octo/api:2.1\n    logging:\n      driver: local\n```\n'],["compose/same-environment-form",`# Variables are written in one form throughout a file

\`environment\` may be a list of \`NAME=value\` or a map. A file that has both makes people who copy a line from one service to the next change it first, and quotes mean something else in each.
What most services of the file have is kept; of equally many the map, because it merges by name through anchors.

<!-- not in anchor: what comes through an alias is not judged -->

## Bad

\`\`\`yaml bad
services:
  web:
    image: ghcr.io/octo/shop:2.1
    environment:
      LOG: warn
  worker:
    image: ghcr.io/octo/worker:2.1
    environment:
      - LOG=warn # as the others
      - RETRIES=3
      - "MOTTO=slow: steady"
      - TERM
      - EMPTY=
\`\`\`

\`\`\`text findings
8:5: info: These variables are a list, those of other services a map: values cannot be moved between them as they stand.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: ghcr.io/octo/shop:2.1
    environment:
      LOG: warn
  worker:
    image: ghcr.io/octo/worker:2.1
    environment:
      LOG: warn # as the others
      RETRIES: "3"
      MOTTO: "slow: steady"
      TERM:
      EMPTY: ""
\`\`\`

\`\`\`yaml bad
services:
  web:
    image: ghcr.io/octo/shop:2.1
    environment:
      - LOG=warn
  worker:
    image: ghcr.io/octo/worker:2.1
    environment:
      - LOG=info
  mailer:
    image: ghcr.io/octo/mailer:2.1
    environment:
      LOG: "warn"
      RETRIES: 3
      MOTTO: "a # b"
      TERM:
      EMPTY: ""
\`\`\`

\`\`\`text findings
12:5: info: These variables are a map, those of other services a list: values cannot be moved between them as they stand.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: ghcr.io/octo/shop:2.1
    environment:
      - LOG=warn
  worker:
    image: ghcr.io/octo/worker:2.1
    environment:
      - LOG=info
  mailer:
    image: ghcr.io/octo/mailer:2.1
    environment:
      - LOG=warn
      - RETRIES=3
      - "MOTTO=a # b"
      - TERM
      - EMPTY=
\`\`\`

\`\`\`yaml bad
services:
  web:
    image: ghcr.io/octo/shop:2.1
    environment:
      LOG: warn
  worker:
    image: ghcr.io/octo/worker:2.1
    environment:
      - LOG=warn
      - RATIO=0.50
\`\`\`

\`\`\`text findings
8:5: info: These variables are a list, those of other services a map: values cannot be moved between them as they stand.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: ghcr.io/octo/shop:2.1
    environment:
      LOG: warn
  worker:
    image: ghcr.io/octo/worker:2.1
    environment:
      LOG: warn
      RATIO: "0.50"
\`\`\`

A value whose text depends on who reads it, such as \`0.50\` in a map, is not rewritten.

\`\`\`yaml bad
services:
  web:
    image: ghcr.io/octo/shop:2.1
    environment:
      - LOG=warn
  worker:
    image: ghcr.io/octo/worker:2.1
    environment:
      - LOG=warn
  mailer:
    image: ghcr.io/octo/mailer:2.1
    environment:
      RATIO: 0.50
\`\`\`

\`\`\`text findings
12:5: info: These variables are a map, those of other services a list: values cannot be moved between them as they stand.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: ghcr.io/octo/shop:2.1
    environment:
      LOG: warn
  worker:
    image: ghcr.io/octo/worker:2.1
    environment:
      LOG: info
\`\`\`
`],["compose/security-profile-named","# Services say how the kernel confines them\n\nDocker's default profiles of seccomp and AppArmor fit every program and therefore allow much. `security_opt` can name one that is made for this service, or at least `no-new-privileges:true`.\nNo preset has this rule, because the default profiles are enough for most; the CIS benchmark asks for it.\n\n## Bad\n\n```yaml bad\nservices:\n  web:\n    image: nginx:1.29.3\n```\n\n```text findings\n2:3: info: `web` has no `security_opt`, so that it runs under the default profiles only: a profile of AppArmor or SELinux that is made for it would allow less.\n```\n\n## Good\n\n```yaml good\nservices:\n  web:\n    image: nginx:1.29.3\n    security_opt:\n      - apparmor:shop-web\n```\n"],["compose/separate-networks",`# Services only share networks with those that they talk to

Without \`networks\` every service of a project reaches every other, and one with \`network_mode: host\` whatever the others publish. A hole in the one that is open to the world then leads straight to the database.
A network for what is in front and one for what lies behind keep them apart. It is told for projects of four services and more; no preset has this rule, because small ones gain little.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    ports:
      - "8080:80"
  api:
    image: ghcr.io/octo/api:2.1
  worker:
    image: ghcr.io/octo/worker:2.1
  db:
    image: postgres:18.1
\`\`\`

\`\`\`text findings
1:1: info: No network keeps the 4 services apart: who breaks into \`web\`, which is open to others, reaches all of them. Give those behind it a network of their own.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    ports:
      - "8080:80"
    networks: [front]
  api:
    image: ghcr.io/octo/api:2.1
    networks: [front, back]
  worker:
    image: ghcr.io/octo/worker:2.1
    networks: [back]
  db:
    image: postgres:18.1
    networks: [back]
networks:
  front:
  back:
\`\`\`
`],["compose/service-has-image-or-build",'# Every service has an image or a build\n\nA service without `image`, `build`, `extends` or `provider` has nothing to run, and Compose refuses the whole file.\nOnly the main file at the root of the repository is judged (in folders below, empty services only), and only where no other Compose file stands beside it or includes it: those may bring the image.\n\n## Bad\n\n```yaml bad\nservices:\n  web:\n    ports:\n      - "8080:80"\n  db:\n    image: postgres:17.6\n```\n\n```text findings\n2:3: error: `web` has neither `image` nor `build`, so that Compose refuses the file.\n```\n\n## Good\n\n```yaml good\nservices:\n  web:\n    build: .\n  db:\n    image: postgres:17.6\n```\n'],["compose/service-healthcheck",`# Services have a health check

Docker only sees whether a process is there. A health check asks whether it answers, so that \`docker ps\`, \`depends_on\` and proxies know when it does not.
Services that are built here, whose Dockerfile may bring a check, and those that work once and end are not meant.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
  api:
    image: ghcr.io/octo/api:2.1
    healthcheck:
      disable: true
  worker:
    image: ghcr.io/octo/worker:2.1
    healthcheck:
      test: ["NONE"]
\`\`\`

\`\`\`text findings
2:3: info: \`web\` has no \`healthcheck\`: it counts as running as long as its process is there, even if it hangs.
7:16: info: The health check of \`api\` is switched off, so that nothing notices when it hangs.
11:13: info: The health check of \`worker\` is switched off, so that nothing notices when it hangs.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    healthcheck:
      test: curl --fail http://localhost/
  api:
    build: .
  backup:
    image: ghcr.io/octo/backup:2.1
    profiles: [backup]
\`\`\`
`],["compose/service-image-digest",`# Images of services are pinned by digest

A tag is a name that its owner can give to another image, today or after their account was broken into. A digest names one image for ever.
Digests must be renewed for every update, which a bot has to do. So no preset has this rule. \`docker compose config --lock-image-digests\` writes them.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
\`\`\`

\`\`\`text findings
3:12: info: The tag of \`nginx:1.29.3\` can be given to another image at any time. With its digest, which \`docker buildx imagetools inspect nginx:1.29.3\` shows, always the same one starts.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3@sha256:0000000000000000000000000000000000000000000000000000000000000000
  api:
    build: .
    image: octo/api:2.1
\`\`\`
`],["compose/service-image-registry",`# Images of services come from registries that you trust

Everybody can put images into public registries. A team that builds or mirrors its own can name where images may come from, so that no other gets in by a slip.
Without the option \`registries\` every registry is fine.

## Bad

\`\`\`yaml bad options={"registries":["ghcr.io/octo","docker.io/library"]}
services:
  web:
    image: nginx:1.29.3
  api:
    image: quay.io/octo/api:2.1
\`\`\`

\`\`\`text findings
5:12: error: \`quay.io/octo/api:2.1\` comes from none of the registries that the settings trust: ghcr.io/octo, docker.io/library.
\`\`\`

## Good

\`\`\`yaml good options={"registries":["ghcr.io/octo","docker.io/library"]}
services:
  web:
    image: nginx:1.29.3
  api:
    image: ghcr.io/octo/api:2.1
\`\`\`
`],["compose/service-user-named",`# Services say which user they run as

Without \`user\` the image decides who a service runs as, and another version of it may decide otherwise. With it the file alone shows that nothing runs as root.
Images that change the user by themselves, as those of most databases do, must begin as root. So no preset has this rule.

## Bad

\`\`\`yaml bad
services:
  web:
    image: ghcr.io/octo/shop:2.1
\`\`\`

\`\`\`text findings
2:3: info: Nothing here says which user \`web\` runs as: its image decides, and most images say root. Name the one under \`user\`.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: ghcr.io/octo/shop:2.1
    user: "1000:1000"
\`\`\`
`],["compose/single-named-container",`# A service with several containers does not name them

No two containers can have the same name. A service with a \`container_name\` can therefore run only once, and Compose refuses a file that asks for more.
Without the name, Compose names the containers after project, service and number; other services reach them by the name of the service anyway.

## Bad

\`\`\`yaml bad
services:
  worker:
    image: ghcr.io/octo/worker:2.1
    container_name: shop-worker
    deploy:
      replicas: 3
\`\`\`

\`\`\`text findings
4:5: error: \`worker\` is to run 3 times, and no two containers can have the same \`container_name\`: Compose refuses the file.
\`\`\`

\`\`\`yaml fixed
services:
  worker:
    image: ghcr.io/octo/worker:2.1
    deploy:
      replicas: 3
\`\`\`

## Good

\`\`\`yaml good
services:
  worker:
    image: ghcr.io/octo/worker:2.1
    deploy:
      replicas: 3
  web:
    image: nginx:1.29.3
    container_name: shop-web
    deploy:
      replicas: 1
\`\`\`
`],["compose/sorted-dependencies",`# Dependencies stand in the order of the alphabet

The order under \`depends_on\` means nothing to Compose: all of them start first. In the order of the alphabet nobody reads a meaning into it, and one that is there twice is seen.
A short list may stand in any order.

<!-- not in anchor: what comes through an alias is not judged -->

## Bad

\`\`\`yaml bad
services:
  web:
    image: ghcr.io/octo/shop:2.1
    depends_on:
      - mail
      - db # orders
  worker:
    image: ghcr.io/octo/worker:2.1
    depends_on:
      mail:
        condition: service_started
      db:
        condition: service_started
  db:
    image: ghcr.io/octo/db:2.1
  mail:
    image: ghcr.io/octo/mail:2.1
\`\`\`

\`\`\`text findings
4:5: info: The services under \`depends_on\` are not in the order of the alphabet.
9:5: info: The services under \`depends_on\` are not in the order of the alphabet.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: ghcr.io/octo/shop:2.1
    depends_on:
      - db # orders
      - mail
  worker:
    image: ghcr.io/octo/worker:2.1
    depends_on:
      db:
        condition: service_started
      mail:
        condition: service_started
  db:
    image: ghcr.io/octo/db:2.1
  mail:
    image: ghcr.io/octo/mail:2.1
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: ghcr.io/octo/shop:2.1
    depends_on: [db, mail]
  db:
    image: ghcr.io/octo/db:2.1
  mail:
    image: ghcr.io/octo/mail:2.1
\`\`\`
`],["compose/sorted-ports",`# Ports stand in the order of their numbers

In a long list a port is found faster, and one that is there twice is seen, when the numbers rise.
Lists in which a variable decides a number are left alone.

<!-- not in anchor: what comes through an alias is not judged -->

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    ports:
      - "127.0.0.1:8443:443" # with TLS
      # without
      - "127.0.0.1:8080:80"
\`\`\`

\`\`\`text findings
4:5: info: The ports are not in the order of their numbers on the host.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    ports:
      # without
      - "127.0.0.1:8080:80"
      - "127.0.0.1:8443:443" # with TLS
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    ports:
      - "127.0.0.1:8080:80"
      - "127.0.0.1:8443:443"
\`\`\`
`],["compose/sorted-service-keys",`# The keys of services stand in the usual order

What a service is comes first (\`image\`, \`build\`, \`container_name\`), then whom it needs, its data, its settings, its networks, how it runs, and what watches it. Readers who know the order find a key without searching.
Keys that are not in the list stand behind those that are, in any order.

<!-- not in anchor: what comes through an alias is not judged -->

## Bad

\`\`\`yaml bad
services:
  web:
    restart: always
    # behind the proxy
    ports:
      - "127.0.0.1:8080:80"
    image: nginx:1.29.3
\`\`\`

\`\`\`text findings
5:5: info: \`ports\`, \`image\` stand behind keys that readers expect after them.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    # behind the proxy
    ports:
      - "127.0.0.1:8080:80"
    restart: always
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    ports:
      - "127.0.0.1:8080:80"
    restart: always
    mem_limit: 64m
\`\`\`
`],["compose/sorted-services",`# Services stand in the order of the alphabet

In a long file a service is found faster where the alphabet puts it, and two people who add one do not both add it at the end.
Many files tell a story from front to back instead: then leave this rule off.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3

  # what the pages ask
  api:
    image: ghcr.io/octo/api:2.1 # ours

  cache:
    image: redis:8.2.3
\`\`\`

\`\`\`text findings
6:3: info: \`api\` stands behind services that come after it in the alphabet.
9:3: info: \`cache\` stands behind services that come after it in the alphabet.
\`\`\`

\`\`\`yaml fixed
services:
  # what the pages ask
  api:
    image: ghcr.io/octo/api:2.1 # ours

  cache:
    image: redis:8.2.3

  web:
    image: nginx:1.29.3
\`\`\`

## Good

\`\`\`yaml good
services:
  api_cache:
    image: redis:8.2.3
  api-gate:
    image: ghcr.io/octo/gate:2.1
  Mail:
    image: ghcr.io/octo/mail:2.1
  web:
    image: nginx:1.29.3
\`\`\`
`],["compose/sorted-top-level-keys",`# The parts of a Compose file stand in the usual order

Extensions (\`x-\u2026\`) come first, because what follows uses their anchors, then \`name\`, \`include\`, \`services\`, \`networks\`, \`volumes\`, \`secrets\` and \`configs\`. That is how the documentation and most files have it.
Nothing depends on the order but how fast a reader finds something.

<!-- not in anchor: the writer of that variant puts the parts in order -->

## Bad

\`\`\`yaml bad
volumes:
  data:

services:
  db:
    image: postgres:18.1
    volumes:
      - data:/var/lib/postgresql
\`\`\`

\`\`\`text findings
4:1: info: \`services\` stands behind parts that mostly come after it.
\`\`\`

\`\`\`yaml fixed
services:
  db:
    image: postgres:18.1
    volumes:
      - data:/var/lib/postgresql

volumes:
  data:
\`\`\`

## Good

\`\`\`yaml good
x-logging:
  driver: local
services:
  db:
    image: postgres:18.1
    volumes:
      - data:/var/lib/postgresql
volumes:
  data:
\`\`\`
`],["compose/supported-service-image",`# Images of services still get security updates

Once a release is at its end of life, holes found in it are told to everybody and closed by nobody. A database of such a release has to be upgraded one day, and the way gets longer with each release in between.
Judged are releases of Docker's official images and of .NET by their tags, and the Debian, Ubuntu or Alpine that a tag names, by the dates of the vendors' free support. Images and tags whose dates are not known are not judged.
A release may be kept on purpose, to read old data or to show something: so only the presets \`security\` and \`strict\` have the rule. For the images that Dockerfiles begin with there is \`supported-base-image\`.

## Bad

\`\`\`yaml bad
services:
  db:
    image: postgres:12-alpine
  web:
    image: "node:\${NODE_VERSION:-16}-buster"
\`\`\`

\`\`\`text findings
3:12: warning: PostgreSQL 12 has had no security updates since 2024-11-21: what has been found in it since then stays open in \`postgres:12-alpine\`. Move to a release that is maintained.
5:12: warning: Node.js 16 has had no security updates since 2023-09-11: what has been found in it since then stays open in \`node:16-buster\`. Move to a release that is maintained.
\`\`\`

## Good

\`\`\`yaml good
services:
  db:
    image: postgres:18.1
  web:
    build: .
    image: node:16
  proxy:
    image: ghcr.io/octo/proxy:1
  worker:
    image: "node:\${NODE_VERSION}"
\`\`\`
`],["compose/tagged-image",'# Images have a tag that stays with its version\n\nAn image without a tag, or with `latest`, is whatever was pushed last. The same file starts one version here and another there, and a database may find data that it cannot read.\nName the version that you test with. Images that the file builds itself and digests are fine, and so are tags that a variable gives, as long as its default is one with a version.\nBy default only databases are asked that keep their data in a volume, where another version does the most harm. With the presets `security` and `strict`, or `services: all`, every service\nis, and tags that move from version to version in the same way, such as `edge` or `stable`, are told, too: the option `floating` lists them.\n\n## Bad\n\n```yaml bad\nservices:\n  db:\n    image: postgres\n  cache:\n    image: docker.io/library/redis:latest\n```\n\n```text findings\n3:12: warning: `postgres` has no tag, which means `latest`: whatever was pushed last, so that a pull on another day starts another version. Name the version that you test with.\n5:12: warning: `docker.io/library/redis:latest` is whatever was pushed last, so that a pull on another day starts another version. Name the version that you test with.\n```\n\n```yaml bad options={"floating":["latest","lts","next"]}\nservices:\n  db:\n    image: mariadb:lts\n  proxy:\n    image: ghcr.io/octo/proxy:next\n```\n\n```text findings\n3:12: warning: `mariadb:lts` is whatever was pushed last, so that a pull on another day starts another version. Name the version that you test with.\n5:12: warning: `ghcr.io/octo/proxy:next` is whatever was pushed last, so that a pull on another day starts another version. Name the version that you test with.\n```\n\n```yaml bad\nservices:\n  cache:\n    image: redis:${REDIS_TAG:-latest}\n```\n\n```text findings\n3:12: warning: `redis:${REDIS_TAG:-latest}` is whatever was pushed last, where nothing sets the variable, so that a pull on another day starts another version. Name the version that you test with.\n```\n\n```yaml bad options={"services":"data"}\nservices:\n  db:\n    image: mariadb:latest\n    volumes: ["data:/var/lib/mysql"]\nvolumes:\n  data:\n```\n\n```text findings\n3:12: warning: `mariadb:latest` is whatever was pushed last, so that a pull on another day starts another version, which may not read the data of this one. Name the version that you test with.\n```\n\n## Good\n\n```yaml good options={"services":"data"}\nservices:\n  db:\n    image: mariadb:lts\n    volumes: ["data:/var/lib/mysql"]\n  scratch:\n    image: postgres\n  web:\n    image: nginx\nvolumes:\n  data:\n```\n\n```yaml good\nservices:\n  api:\n    build: .\n    image: shop/api\n  worker:\n    image: shop/api\n    command: work\n  web:\n    image: nginx:1.29.3\n  cache:\n    image: redis:${REDIS_TAG}\n  proxy:\n    image: traefik@sha256:0000000000000000000000000000000000000000000000000000000000000000\n```\n'],["compose/unambiguous-ports",`# Ports that YAML 1.1 takes for numbers are in quotes

YAML 1.1 has numbers in base 60: there \`2222:22\` is 133342. Docker Compose reads a text today, but podman-compose, Ansible and other tools that use PyYAML read the number, and publish another port or fail.
Quotes end the doubt. It concerns mappings whose last part is below 60; all others are texts to everybody and not reported.

<!-- not in flow: there every text is in quotes -->

<!-- not in anchor: the writer of that variant drops quotes -->

## Bad

\`\`\`yaml bad
services:
  git:
    image: ghcr.io/octo/git:2.1
    ports:
      - 2222:22
\`\`\`

\`\`\`text findings
5:9: warning: \`2222:22\` without quotes is a number in base 60 to readers of YAML 1.1, such as podman-compose: they publish another port, or fail.
\`\`\`

\`\`\`yaml fixed
services:
  git:
    image: ghcr.io/octo/git:2.1
    ports:
      - "2222:22"
\`\`\`

## Good

\`\`\`yaml good
services:
  git:
    image: ghcr.io/octo/git:2.1
    ports:
      - "22:22"
      - 8080:80
\`\`\`
`],["compose/unique-container-names",`# Every container has a name of its own

A name belongs to one container. When two services have the same \`container_name\`, whichever starts second fails, because the name is in use.
It is fine between services that have no profile in common. Mostly the name is not needed: other services reach a container by the name of its service.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    container_name: shop
  api:
    image: ghcr.io/octo/api:2.1
    container_name: shop
\`\`\`

\`\`\`text findings
7:21: error: \`shop\` is the container name of \`web\`, too: the second that starts fails, because the name is taken.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    container_name: shop-web
  api:
    image: ghcr.io/octo/api:2.1
    container_name: shop-api
\`\`\`
`],["compose/unique-mount-targets",`# Nothing is mounted twice in one place

When two volumes of a service have the same target, Compose keeps the later one and drops the other without a word. The files that somebody wanted there are missing, or the data goes elsewhere than the first line says.
Remove one of them, or give it another target.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    volumes:
      - ./site:/usr/share/nginx/html
      - ./public:/usr/share/nginx/html/
\`\`\`

\`\`\`text findings
5:16: warning: \`/usr/share/nginx/html\` is the target of a later mount, too: Compose drops this one without a word.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    volumes:
      - ./site:/usr/share/nginx/html
      - ./public:/usr/share/nginx/html/public
\`\`\`
`],["compose/unique-published-ports",`# No port of the host is published twice

Only one container can listen on a port of the host. When two services publish the same one, whichever starts second fails with "port is already allocated".
Ports on different addresses, of different protocols, or of services that have no profile in common are fine.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    ports:
      - "8080:80"
  api:
    image: ghcr.io/octo/api:2.1
    ports:
      - "127.0.0.1:8080:3000"
\`\`\`

\`\`\`text findings
9:9: warning: Port 8080 of the host is published by \`web\` already: the second that starts fails, because the port is taken.
\`\`\`

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    ports:
      - "8080-8090:80"
  api:
    image: ghcr.io/octo/api:2.1
    ports:
      - "8085:8085"
\`\`\`

\`\`\`text findings
5:9: warning: The engine takes any port of this range that is free. Port 8085 belongs to \`api\`, which fails when it starts second.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    ports:
      - "127.0.0.1:8080:80"
      - "8080:80/udp"
  api:
    image: ghcr.io/octo/api:2.1
    profiles: [api]
    ports:
      - "127.0.0.1:3000:3000"
  mock:
    image: ghcr.io/octo/mock:2.1
    profiles: [mock]
    ports:
      - "127.0.0.1:3000:3000"
\`\`\`
`],["compose/valid-container-name","# Container names are such that Docker takes\n\nA container's name has letters, digits, `_`, `.` and `-`, begins with a letter or digit, and is at least two characters long. Docker refuses to make a container with any other.\nWithout `container_name` Compose makes one of the names of project and service.\n\n## Bad\n\n```yaml bad\nservices:\n  web:\n    image: nginx:1.29.3\n    container_name: my shop\n  api:\n    image: ghcr.io/octo/api:2.1\n    container_name: _api\n```\n\n```text findings\n4:21: error: Docker refuses the container name `my shop`. Names have two or more letters, digits, `_`, `.` or `-`, and begin with a letter or digit.\n7:21: error: Docker refuses the container name `_api`. Names have two or more letters, digits, `_`, `.` or `-`, and begin with a letter or digit.\n```\n\n## Good\n\n```yaml good\nservices:\n  web:\n    image: nginx:1.29.3\n    container_name: shop-web.1\n  api:\n    image: ghcr.io/octo/api:2.1\n    container_name: ${PROJECT}-api\n```\n"],["compose/valid-schema",`# The Compose file has only keys and values that Compose takes

Compose checks the file against its schema before it does anything, and one misspelt key or a number where a text belongs stops every command.
Keys that begin with \`x-\` are for other tools and always fine. So are values that a variable gives, and keys that only recent versions of Compose know.

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    enviroment:
      GREETING: hello
    restart: false
\`\`\`

\`\`\`text findings
4:5: error: \`enviroment\` is no key of service \`web\`. Did you mean \`environment\`?
6:14: error: \`restart\` must be a string, found the boolean \`false\`. Write \`"no"\`.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    environment:
      GREETING: hello
    restart: "no"
\`\`\`

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    ports: "8080:80"
    depends_on:
      db:
        condition: service_helthy
  db:
    image: ghcr.io/octo/db:4.2
\`\`\`

\`\`\`text findings
4:12: error: \`ports\` must be a list, found the string \`8080:80\`. Write it as a list.
7:20: error: \`service_helthy\` is no value of \`condition\`. Did you mean \`service_healthy\`?
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    ports: ["8080:80"]
    depends_on:
      db:
        condition: service_healthy
  db:
    image: ghcr.io/octo/db:4.2
\`\`\`

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    depends:
      - api
  api:
    image: ghcr.io/octo/api:2.1
\`\`\`

\`\`\`text findings
4:5: error: \`depends\` is no key of service \`web\`. Did you mean \`depends_on\`?
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    depends_on:
      - api
  api:
    image: ghcr.io/octo/api:2.1
\`\`\`

## Good

\`\`\`yaml good
x-note: for other tools
services:
  web:
    image: nginx:1.29.3
    environment:
      GREETING: hello
    mem_limit: \${LIMIT}
    restart: "no"
\`\`\`
`],["compose/valid-yaml",`# The Compose file is well-formed YAML

Compose reads nothing of a file that is not well-formed YAML, so no command works: not \`up\`, not \`down\`, not \`config\`.
What stands twice counts, too: YAML allows a key only once, and Compose refuses the file.

<!-- not in flow: what is not well-formed cannot be written anew -->

<!-- not in anchor: what is not well-formed cannot be written anew -->

## Bad

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    environment:
      GREETING: "hello
\`\`\`

\`\`\`text findings
5:23: error: The quotes (") opened before are not closed.
\`\`\`

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    restart: always
    restart: unless-stopped
\`\`\`

\`\`\`text findings
5:5: error: The key \`restart\` stands twice in this map. Keep one of them.
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    image: nginx:1.29.3
    environment:
      GREETING: "hello"
\`\`\`
`],["compose/volume-at-data-folder",`# Volumes of databases are mounted where their image keeps the data

A volume that is mounted beside the data folder stays empty. Everything seems to work, until the container is made anew and the database begins from nothing. Most often it is the folder above: the images declare their data folder as a
volume, Docker puts a nameless one there, and that hides what is mounted above it. From PostgreSQL 18 on it is the other way round: the image keeps the data of each release in its own folder below \`/var/lib/postgresql\`, and
does not start with a volume at \`/var/lib/postgresql/data\`.

Judged are official images and those of PostGIS and pgvector. Nothing is said where a command, an entrypoint or a variable such as \`PGDATA\` may choose another folder.

## Bad

\`\`\`yaml bad
services:
  db:
    image: postgres:18-alpine
    volumes:
      - db:/var/lib/postgresql/data
volumes:
  db:
\`\`\`

\`\`\`text findings
5:12: warning: PostgreSQL 18 and later keep their data below \`/var/lib/postgresql\`, in a folder for each release: \`postgres:18-alpine\` refuses to start with a volume at \`/var/lib/postgresql/data\`, where earlier releases had it.
\`\`\`

\`\`\`yaml fixed
services:
  db:
    image: postgres:18-alpine
    volumes:
      - db:/var/lib/postgresql
volumes:
  db:
\`\`\`

\`\`\`yaml bad
services:
  db:
    image: postgres:17.2
    environment:
      POSTGRES_DB: shop
    volumes:
      - db:/var/lib/postgresql
  cache:
    image: redis:8
    command: ["redis-server", "--appendonly", "yes"]
    volumes:
      - type: volume
        source: cache
        target: /var/lib/redis
volumes:
  db:
  cache:
\`\`\`

\`\`\`text findings
7:12: warning: \`postgres:17.2\` keeps its data in \`/var/lib/postgresql/data\`, which is a volume of its own: what is mounted above it at \`/var/lib/postgresql\` stays empty, and a new container begins without the data.
14:17: warning: \`redis:8\` keeps its data in \`/data\`: what is mounted at \`/var/lib/redis\` stays empty, and a new container begins without the data.
\`\`\`

\`\`\`yaml fixed
services:
  db:
    image: postgres:17.2
    environment:
      POSTGRES_DB: shop
    volumes:
      - db:/var/lib/postgresql/data
  cache:
    image: redis:8
    command: ["redis-server", "--appendonly", "yes"]
    volumes:
      - type: volume
        source: cache
        target: /data
volumes:
  db:
  cache:
\`\`\`

\`\`\`yaml bad
services:
  vectors:
    image: pgvector/pgvector:pg18
    volumes:
      - vectors:/var/lib/postgresql/data
  documents:
    image: mongo:8
    volumes:
      - ./documents:/data
  orders:
    image: mariadb:11.8
    volumes:
      - ./orders:/data/mysql
      - ./conf.d:/etc/mysql/conf.d
volumes:
  vectors:
\`\`\`

\`\`\`text findings
5:17: warning: PostgreSQL 18 and later keep their data below \`/var/lib/postgresql\`, in a folder for each release: \`pgvector/pgvector:pg18\` refuses to start with a volume at \`/var/lib/postgresql/data\`, where earlier releases had it.
9:21: warning: \`mongo:8\` keeps its data in \`/data/db\`, which is a volume of its own: what is mounted above it at \`/data\` stays empty, and a new container begins without the data.
13:18: warning: \`mariadb:11.8\` keeps its data in \`/var/lib/mysql\`: what is mounted at \`/data/mysql\` stays empty, and a new container begins without the data.
\`\`\`

\`\`\`yaml fixed
services:
  vectors:
    image: pgvector/pgvector:pg18
    volumes:
      - vectors:/var/lib/postgresql
  documents:
    image: mongo:8
    volumes:
      - ./documents:/data/db
  orders:
    image: mariadb:11.8
    volumes:
      - ./orders:/var/lib/mysql
      - ./conf.d:/etc/mysql/conf.d
volumes:
  vectors:
\`\`\`

## Good

\`\`\`yaml good
services:
  db:
    image: postgres:18
    volumes:
      - db:/var/lib/postgresql
  old:
    image: postgres:17
    volumes:
      - old:/var/lib/postgresql/data
  chosen:
    image: postgres:18
    environment:
      PGDATA: /var/lib/postgresql/data
    volumes:
      - chosen:/var/lib/postgresql/data
  documents:
    image: mongo:8
    command: --dbpath /srv/mongo
    volumes:
      - documents:/srv/mongo
  seeds:
    image: mysql:9.4
    volumes:
      - ./seeds:/docker-entrypoint-initdb.d
      - ./dumps:/data/dumps
volumes:
  db:
  old:
  chosen:
  documents:
\`\`\`
`],["compose/volumes-without-host-paths",`# Volumes show whether they are folders of the host

With \`driver_opts\` a named volume can be a folder of the host. Services then mount it by a name that looks like any other, so that readers miss that the container writes to the host.
It is the way to put all data on one disk without naming it in every service. So no preset has this rule; folders that matter are told by other rules even under such a name.

A single path without \`:\` looks like a folder of the host and is none: it is a folder of the container, whose files get a volume without a name and are gone with the next container.

## Bad

\`\`\`yaml bad
services:
  db:
    image: postgres:18.1
    volumes:
      - data:/var/lib/postgresql
volumes:
  data:
    driver_opts:
      type: none
      o: bind
      device: /mnt/big/db
\`\`\`

\`\`\`text findings
11:15: info: The volume \`data\` is the folder \`/mnt/big/db\` of the host: what services mount by that name reaches out of Docker, which their lines do not show. Mount the folder itself where it is meant.
\`\`\`

\`\`\`yaml bad
services:
  backup:
    image: ghcr.io/octo/backup:1.4
    volumes:
      - /var/backups/daily
\`\`\`

\`\`\`text findings
5:9: info: \`/var/backups/daily\` stands alone: it is a folder of the container, in a volume without a name, and not the one of the host. Put a name and \`:\` in front to keep its files, or the folder of the host.
\`\`\`

## Good

\`\`\`yaml good
services:
  db:
    image: postgres:18.1
    volumes:
      - data:/var/lib/postgresql
  mail:
    image: ghcr.io/octo/mail:2.1
    volumes:
      - shared:/mail
  web:
    image: ghcr.io/octo/web:2.1
    volumes:
      - .:/srv/app
      - /srv/app/node_modules
volumes:
  data:
  shared:
    driver_opts:
      type: nfs
      o: addr=10.0.0.4,rw
      device: ":/mail"
\`\`\`
`],["dockerfile/absolute-workdir",`# The first WORKDIR is absolute

A relative WORKDIR continues from the one before it. The first one of a stage continues from that of the base image, which cannot be seen in this file and may change with the next version: then everything
lands in another folder. Relative ones after an absolute one are fine, also when that stands in an earlier stage this one builds on, and so is, unless more than the \`recommended\` rules are asked for, the name of what was cloned, made or copied there before: both go to the same folder.

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
WORKDIR app
USER nobody
\`\`\`

\`\`\`text findings
2:9: warning: \`WORKDIR app\` is relative to the working directory of the base image, which nobody sees here and which may change with it.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
WORKDIR /app
USER nobody
\`\`\`

\`\`\`dockerfile bad
FROM alpine:3.22
WORKDIR ../data
USER nobody
\`\`\`

\`\`\`text findings
2:9: warning: \`WORKDIR ../data\` is relative to the working directory of the base image, which nobody sees here and which may change with it.
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22 AS base
ARG HOME_DIR
WORKDIR /srv
WORKDIR shop
FROM base
WORKDIR static
FROM alpine:3.22
ARG HOME_DIR
WORKDIR $HOME_DIR
USER nobody
\`\`\`

\`\`\`dockerfile good options={"folders":"unknown"}
FROM golang:1.25
RUN git clone --depth=1 https://example.com/octo/tool.git
WORKDIR tool
USER nobody
\`\`\`
`],["dockerfile/add-unpacks-archives","# Archives of the context are unpacked by ADD\n\nAn archive that is copied and then unpacked is in the image twice: packed in one layer, unpacked in the next. ADD unpacks tar archives of the context by itself and keeps the files only. Archives in other formats, such as zip, have to be unpacked elsewhere: in an earlier stage, for example.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nCOPY rootfs.tar.gz /tmp/\nRUN tar -xzf /tmp/rootfs.tar.gz -C /opt/octo\nUSER nobody\n```\n\n```text findings\n2:6: info: `rootfs.tar.gz` is copied and unpacked later: the archive stays in its layer, also when a later step deletes it. `ADD` unpacks it while it copies.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nADD rootfs.tar.gz /opt/octo/\nUSER nobody\n```\n\n```dockerfile bad\nFROM debian:13.2-slim\nCOPY vendor/site.tgz /tmp/data.tar.gz\nWORKDIR /srv\nRUN tar xf /tmp/data.tar.gz --strip-components=1 && rm /tmp/data.tar.gz\nUSER nobody\n```\n\n```text findings\n2:6: info: `site.tgz` is copied and unpacked later: the archive stays in its layer, also when a later step deletes it. `ADD` unpacks it while it copies.\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nADD rootfs.tar.gz /opt/octo/\nCOPY backup.tar.gz other.zip /data/\nRUN unzip /data/other.zip && tar -tf /data/backup.tar.gz\nUSER nobody\n```\n"],["dockerfile/apk-no-cache",`# apk adds packages without keeping its index

\`apk add\` downloads an index of all packages and keeps it, a few megabytes in each layer that uses it. \`--no-cache\` fetches it for this one command, and a separate \`apk update\` is not needed then. A cache mount on \`/var/cache/apk\` or removing it in the same RUN serves as well.
Stages whose layers are not in the final image are not looked at, nor are images for development and tests, which the path
or the name of a stage tells: nobody ships them.

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
RUN apk add curl
USER nobody
\`\`\`

\`\`\`text findings
2:5: info: \`apk add\` leaves the package index that it downloads in this layer.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
RUN apk add --no-cache curl
USER nobody
\`\`\`

\`\`\`dockerfile bad
FROM alpine:3.22
RUN apk update \\
    && apk add --virtual .build \\
        gcc \\
        musl-dev
USER nobody
\`\`\`

\`\`\`text findings
3:8: info: \`apk add\` leaves the package index that it downloads in this layer.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
RUN apk update \\
    && apk add --no-cache --virtual .build \\
        gcc \\
        musl-dev
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22 AS build
RUN apk add gcc
FROM alpine:3.22
RUN apk add --no-cache curl
RUN --mount=type=cache,target=/var/cache/apk apk add git
RUN apk add --update jq && rm -rf /var/cache/apk/*
USER nobody
\`\`\`

\`\`\`dockerfile good
FROM alpine:3.22 AS test
RUN apk add bash
\`\`\`
`],["dockerfile/apt-get-instead-of-apt","# Scripts use apt-get, not apt\n\n`apt` warns of it itself: its command line may change, so it is for people. `apt-get` and `apt-cache` are the ones that promise to stay as they are. Both do the same in a build today, so this is on in the preset `strict` only.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN apt update && apt install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*\nUSER nobody\n```\n\n```text findings\n2:5: info: `apt update` is made for people at a terminal: its options and output may change with any release. `apt-get` is the one for scripts.\n2:19: info: `apt install` is made for people at a terminal: its options and output may change with any release. `apt-get` is the one for scripts.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*\nUSER nobody\n```\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN apt list --installed > /packages.txt\nUSER nobody\n```\n\n```text findings\n2:5: info: `apt list` is made for people at a terminal: its options and output may change with any release. `apt-cache` is the one for scripts.\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*\nUSER nobody\n```\n"],["dockerfile/apt-get-yes",`# apt-get is told to assume yes

apt-get asks before it installs or removes more than what was named. A build has no one at the keyboard, so the question is answered with an abort.
Often it works today only because nothing else is needed, and breaks when a package gets a new dependency. \`-y\`, \`-qq\` and \`APT::Get::Assume-Yes\` all say yes;
\`DEBIAN_FRONTEND=noninteractive\` does not.

## Bad

\`\`\`dockerfile bad
FROM debian:13.2-slim
RUN apt-get update && apt-get install --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
USER nobody
\`\`\`

\`\`\`text findings
2:23: warning: \`apt-get install\` asks as soon as more packages come along than those that are named, and in a build there is nobody to answer: the build stops then.
\`\`\`

\`\`\`dockerfile fixed
FROM debian:13.2-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
USER nobody
\`\`\`

\`\`\`dockerfile bad
FROM debian:13.2-slim
RUN apt-get update \\
    && apt-get --no-install-recommends install \\
        ca-certificates \\
        curl \\
    && apt-get purge wget \\
    && rm -rf /var/lib/apt/lists/*
USER nobody
\`\`\`

\`\`\`text findings
3:8: warning: \`apt-get install\` asks as soon as more packages come along than those that are named, and in a build there is nobody to answer: the build stops then.
6:8: warning: \`apt-get purge\` asks as soon as there is something to change, and in a build there is nobody to answer: the build stops then.
\`\`\`

\`\`\`dockerfile fixed
FROM debian:13.2-slim
RUN apt-get update \\
    && apt-get --no-install-recommends install -y \\
        ca-certificates \\
        curl \\
    && apt-get purge -y wget \\
    && rm -rf /var/lib/apt/lists/*
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM debian:13.2-slim
RUN apt-get update \\
    && apt-get install -y --no-install-recommends curl \\
    && apt-get -qq autoremove \\
    && rm -rf /var/lib/apt/lists/*
USER nobody
\`\`\`
`],["dockerfile/apt-lists-removed",`# The lists that apt-get update downloads are removed in the same RUN

\`apt-get update\` stores tens of megabytes under \`/var/lib/apt/lists\` that no one needs once the packages are installed. Each RUN is a layer: removed in a later one, they are still
shipped. The official Debian and Ubuntu images clean the downloaded packages by themselves, but not the lists. A cache mount on that folder serves as well. Stages whose layers are not in the
final image are not looked at, nor are images for development and tests, which the path
or the name of a stage tells: nobody ships them. By default only images are told that start something and hold no compilers, next to which the lists weigh nothing; and an update in a RUN of its own is left to \`update-with-install\`. With
the presets \`security\` and \`strict\`, or \`images: all\`, every image is.

## Bad

\`\`\`dockerfile bad
FROM debian:13.2-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl
USER nobody
\`\`\`

\`\`\`text findings
2:5: info: The package lists that \`update\` downloads stay in this layer. They are outdated tomorrow, and removing them in a later instruction makes the image no smaller.
\`\`\`

\`\`\`dockerfile fixed
FROM debian:13.2-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl \\
    && rm -rf /var/lib/apt/lists/*
USER nobody
\`\`\`

\`\`\`dockerfile bad
FROM debian:13.2-slim
RUN apt-get update \\
    && apt-get install -y --no-install-recommends \\
        ca-certificates \\
        curl
USER nobody
\`\`\`

\`\`\`text findings
2:5: info: The package lists that \`update\` downloads stay in this layer. They are outdated tomorrow, and removing them in a later instruction makes the image no smaller.
\`\`\`

\`\`\`dockerfile fixed
FROM debian:13.2-slim
RUN apt-get update \\
    && apt-get install -y --no-install-recommends \\
        ca-certificates \\
        curl \\
    && rm -rf /var/lib/apt/lists/*
USER nobody
\`\`\`

\`\`\`dockerfile bad
FROM debian:13.2-slim
RUN set -eux; \\
    apt-get update; \\
    apt-get install -y --no-install-recommends curl
USER nobody
\`\`\`

\`\`\`text findings
3:5: info: The package lists that \`update\` downloads stay in this layer. They are outdated tomorrow, and removing them in a later instruction makes the image no smaller.
\`\`\`

\`\`\`dockerfile fixed
FROM debian:13.2-slim
RUN set -eux; \\
    apt-get update; \\
    apt-get install -y --no-install-recommends curl; \\
    rm -rf /var/lib/apt/lists/*
USER nobody
\`\`\`

\`\`\`dockerfile bad options={"images":"run"}
FROM debian:13.2-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl
USER nobody
CMD ["curl", "--version"]
\`\`\`

\`\`\`text findings
2:5: info: The package lists that \`update\` downloads stay in this layer. They are outdated tomorrow, and removing them in a later instruction makes the image no smaller.
\`\`\`

\`\`\`dockerfile fixed
FROM debian:13.2-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl \\
    && rm -rf /var/lib/apt/lists/*
USER nobody
CMD ["curl", "--version"]
\`\`\`

## Good

\`\`\`dockerfile good
FROM debian:13.2 AS build
RUN apt-get update && apt-get install -y build-essential
FROM debian:13.2-slim
RUN --mount=type=cache,target=/var/lib/apt --mount=type=cache,target=/var/cache/apt \\
    apt-get update && apt-get install -y --no-install-recommends curl
RUN apt-get update \\
    && apt-get install -y --no-install-recommends git \\
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
USER nobody
\`\`\`

\`\`\`dockerfile good file=.devcontainer/Dockerfile
FROM debian:13.2
RUN apt-get update && apt-get install -y --no-install-recommends git
\`\`\`

\`\`\`dockerfile good options={"images":"run"}
FROM debian:13.2
RUN apt-get update && apt-get install -y --no-install-recommends build-essential
USER nobody
CMD ["make"]
\`\`\`
`],["dockerfile/archives-by-add","# Archives are downloaded and unpacked by ADD\n\nBuildKit's ADD downloads an archive, compares it with `--checksum`, and with `--unpack=true` unpacks it, in a layer that is cached by what the archive holds. The image needs neither curl nor tar for it. Other linters want the opposite, because a RUN can delete what it does not need of the archive; nobody is told unless they ask for it.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN curl -fsSL https://example.com/tool-1.0.tar.gz | tar xz -C /opt\nUSER nobody\n```\n\n```text findings\n2:16: info: `curl` and `tar` do here what `ADD --unpack=true --checksum=\u2026` does without either, and compares the archive with a checksum.\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nADD --unpack=true --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool-1.0.tar.gz /opt/\nUSER nobody\n```\n"],["dockerfile/args-in-scope",'# Every stage declares the build arguments that it uses\n\nAn ARG in front of the first FROM is seen by FROM lines only, and an ARG inside of a stage ends with that stage. A RUN that uses such a name gets an empty text, and no build says so: the shell replaces an unknown variable by nothing. An `ARG NAME` in the stage brings the value in. The same holds for `TARGETARCH` and its like, which Docker knows but gives to a stage only when it asks.\nNames that base images often set themselves, such as versions, are not judged.\n\n## Bad\n\n```dockerfile bad\nARG MIRROR=https://mirror.example.com\nFROM alpine:3.22\nRUN echo "$MIRROR/alpine" > /etc/apk/repositories\nUSER nobody\n```\n\n```text findings\n3:11: warning: `$MIRROR` is empty here unless the base image sets it: only FROM sees the ARG in front of the first FROM. Write `ARG MIRROR` in this stage, above the RUN.\n```\n\n```dockerfile bad\nFROM alpine:3.22\nRUN apk add --no-cache --arch "${TARGETARCH}" busybox-static\nUSER nobody\n```\n\n```text findings\n2:32: warning: `$TARGETARCH` is empty here unless the base image sets it: Docker knows it, but gives it only to stages that ask for it. Write `ARG TARGETARCH` in this stage, above the RUN.\n```\n\n## Good\n\n```dockerfile good\nARG MIRROR=https://mirror.example.com\nFROM alpine:3.22\nARG MIRROR\nRUN echo "$MIRROR/alpine" > /etc/apk/repositories\nUSER nobody\n```\n'],["dockerfile/bootsnap-one-job",`# Bootsnap compiles with one job

Bootsnap forks workers to fill its cache. Under QEMU, which builds for another platform use, forking Ruby processes is known to hang. The template of Rails uses one job for this reason. Who builds for one platform only needs nothing of it.

## Bad

\`\`\`dockerfile bad
FROM ruby:3.4-slim
ENV RAILS_ENV=production
RUN bundle exec bootsnap precompile app/ lib/
USER nobody
\`\`\`

\`\`\`text findings
3:26: info: \`bootsnap precompile\` starts a process for each processor, which hangs where the build emulates another platform. \`-j 1\` does not, and takes little longer.
\`\`\`

\`\`\`dockerfile fixed
FROM ruby:3.4-slim
ENV RAILS_ENV=production
RUN bundle exec bootsnap precompile -j 1 app/ lib/
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM ruby:3.4-slim
ENV RAILS_ENV=production
RUN bundle exec bootsnap precompile -j 1 app/ lib/
USER nobody
\`\`\`
`],["dockerfile/bundle-deployment","# Bundler installs what Gemfile.lock says\n\nWithout further settings `bundle install` resolves the Gemfile again when Gemfile.lock does not fit it, and goes on. With `BUNDLE_DEPLOYMENT=1` it installs what the lock file says or fails, and keeps gems in the application. Files that set `RAILS_ENV` or `RACK_ENV` to production are looked at.\n\n## Bad\n\n```dockerfile bad\nFROM ruby:3.4-slim\nENV RAILS_ENV=production\nCOPY Gemfile Gemfile.lock ./\nRUN bundle install\nUSER nobody\n```\n\n```text findings\n4:5: info: `bundle install` writes a new Gemfile.lock where it does not fit the Gemfile, so that the image has gems that nobody tested. `ENV BUNDLE_DEPLOYMENT=1` makes it stop instead.\n```\n\n## Good\n\n```dockerfile good\nFROM ruby:3.4-slim\nENV RAILS_ENV=production\nENV BUNDLE_DEPLOYMENT=1 BUNDLE_WITHOUT=development:test\nCOPY Gemfile Gemfile.lock ./\nRUN bundle install\nUSER nobody\n```\n"],["dockerfile/bundle-without-development","# Bundler installs no gems for development into the image\n\nGems for tests and development make an image larger and add code that nobody in production uses. `BUNDLE_WITHOUT` names the groups that are left out. Files that set `RAILS_ENV` or `RACK_ENV` to production are looked at.\n\n## Bad\n\n```dockerfile bad\nFROM ruby:3.4-slim\nENV RAILS_ENV=production\nCOPY Gemfile Gemfile.lock ./\nRUN bundle install\nUSER nobody\n```\n\n```text findings\n4:5: info: `bundle install` installs the groups `development` and `test`, too, although the image is for production. `ENV BUNDLE_WITHOUT=development:test` leaves them out.\n```\n\n## Good\n\n```dockerfile good\nFROM ruby:3.4-slim\nENV RAILS_ENV=production\nENV BUNDLE_DEPLOYMENT=1 BUNDLE_WITHOUT=development:test\nCOPY Gemfile Gemfile.lock ./\nRUN bundle install\nUSER nobody\n```\n"],["dockerfile/bundler-cache-removed",`# What Bundler downloads does not stay in the image

Bundler keeps the archives of the gems that it has installed, and the whole history of gems from git: often a hundred megabytes that nothing uses. The template of Rails removes both in the RUN that installs. Stages that are not in the final image, and cache mounts, need nothing of it. Nobody is told unless they ask for it.

## Bad

\`\`\`dockerfile bad
FROM ruby:3.4-slim
COPY Gemfile Gemfile.lock ./
RUN bundle install
USER nobody
\`\`\`

\`\`\`text findings
3:5: info: \`bundle install\` keeps each gem as it was downloaded, and the history of those from git. \`rm -rf ~/.bundle "$BUNDLE_PATH"/ruby/*/cache "$BUNDLE_PATH"/ruby/*/bundler/gems/*/.git\` in the same RUN removes both.
\`\`\`

## Good

\`\`\`dockerfile good
FROM ruby:3.4-slim
COPY Gemfile Gemfile.lock ./
RUN bundle install && rm -rf ~/.bundle "$BUNDLE_PATH"/ruby/*/cache "$BUNDLE_PATH"/ruby/*/bundler/gems/*/.git
USER nobody
\`\`\`
`],["dockerfile/bundler-settings","# Bundler is told by settings what it remembers\n\n`bundle install --without test` stores `without` as a setting, and the next `bundle install` in the image follows it, too. Bundler 2 warns of these options and Bundler 4 no longer knows them. `bundle config set --local` says the same openly.\n\n## Bad\n\n```dockerfile bad\nFROM ruby:3.4-slim\nRUN bundle install --jobs 4 --without development:test --deployment\nUSER nobody\n```\n\n```text findings\n2:29: info: `bundle install --without --deployment` changes settings for all later runs without saying so. Bundler 4 no longer takes such options.\n```\n\n```dockerfile fixed\nFROM ruby:3.4-slim\nRUN bundle config set --local without 'development test' \\\n    && bundle config set --local deployment true \\\n    && bundle install --jobs 4\nUSER nobody\n```\n\n```dockerfile bad\nFROM ruby:3.4-slim\nRUN bundle install --without development test --path vendor/bundle -j4\nUSER nobody\n```\n\n```text findings\n2:20: info: `bundle install --without --path` changes settings for all later runs without saying so. Bundler 4 no longer takes such options.\n```\n\n```dockerfile fixed\nFROM ruby:3.4-slim\nRUN bundle config set --local without 'development test' \\\n    && bundle config set --local path 'vendor/bundle' \\\n    && bundle install -j4\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM ruby:3.4-slim\nRUN bundle config set --local deployment true && bundle install --jobs 4\nUSER nobody\n```\n"],["dockerfile/canonical-stopsignal","# STOPSIGNAL is written by its whole name\n\n`15`, `TERM` and `SIGTERM` are the same signal to Docker. The whole name is what manuals and readers use, and it does not depend on the numbers of a processor.\n\n## Bad\n\n```dockerfile bad\nFROM nginx:1.29.3\nSTOPSIGNAL 3\nUSER nginx\n```\n\n```text findings\n2:12: info: `STOPSIGNAL 3` means `SIGQUIT`, which not every reader knows.\n```\n\n```dockerfile fixed\nFROM nginx:1.29.3\nSTOPSIGNAL SIGQUIT\nUSER nginx\n```\n\n```dockerfile bad\nFROM nginx:1.29.3\nSTOPSIGNAL rtmin+3\nUSER nginx\n```\n\n```text findings\n2:12: info: `STOPSIGNAL rtmin+3` means `SIGRTMIN+3`, which not every reader knows.\n```\n\n```dockerfile fixed\nFROM nginx:1.29.3\nSTOPSIGNAL SIGRTMIN+3\nUSER nginx\n```\n\n## Good\n\n```dockerfile good\nFROM nginx:1.29.3\nSTOPSIGNAL SIGQUIT\nUSER nginx\n```\n"],["dockerfile/catchable-stopsignal","# STOPSIGNAL is one that a program can act on\n\n`docker stop`, Compose and Kubernetes send the stop signal first, so that the program can finish what it does, and kill it only when that takes too long. SIGKILL cannot be caught, and SIGSTOP only freezes. With either there is no chance to finish. The fix changes how containers of the image are stopped.\n\n## Bad\n\n```dockerfile bad\nFROM nginx:1.29.3\nSTOPSIGNAL SIGKILL\nUSER nginx\n```\n\n```text findings\n2:12: warning: No program can catch `SIGKILL`, so `docker stop` kills it in the middle of its work: connections break, and what is not written is lost.\n```\n\n```dockerfile fixed\nFROM nginx:1.29.3\nSTOPSIGNAL SIGTERM\nUSER nginx\n```\n\n```dockerfile bad\nFROM nginx:1.29.3\nSTOPSIGNAL 9\nUSER nginx\n```\n\n```text findings\n2:12: warning: No program can catch `SIGKILL`, so `docker stop` kills it in the middle of its work: connections break, and what is not written is lost.\n```\n\n```dockerfile fixed\nFROM nginx:1.29.3\nSTOPSIGNAL SIGTERM\nUSER nginx\n```\n\n## Good\n\n```dockerfile good\nFROM nginx:1.29.3\nSTOPSIGNAL SIGQUIT\nUSER nginx\n```\n"],["dockerfile/composer-no-dev",`# Composer installs no development packages into the image

Test frameworks, debuggers and code generators are larger than many applications, and some of them have been the way in. \`--no-dev\` or \`COMPOSER_NO_DEV=1\` leaves them out. Stages that are not in the final image are not looked at, nor those for development or tests by their name.

## Bad

\`\`\`dockerfile bad
FROM php:8.4-fpm
RUN composer install --no-interaction --optimize-autoloader
USER www-data
\`\`\`

\`\`\`text findings
2:5: info: \`composer install\` also installs the packages that only tests and developers need, and they stay in the image.
\`\`\`

\`\`\`dockerfile fixed
FROM php:8.4-fpm
RUN composer install --no-dev --no-interaction --optimize-autoloader
USER www-data
\`\`\`

## Good

\`\`\`dockerfile good
FROM php:8.4-fpm AS test
RUN composer install
FROM php:8.4-fpm
RUN composer install --no-dev --optimize-autoloader
ENV COMPOSER_NO_DEV=1
RUN composer install
USER www-data
\`\`\`
`],["dockerfile/consistent-instruction-casing",`# Instructions are written in one case

Instructions may be in upper or lower case; mixed, they are hard to scan. What most of the file uses is taken as meant, and upper case where there is no majority.

<!-- not in lower-case: there all of them are the same -->

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
run apk add --no-cache curl
Copy . /app
USER nobody
\`\`\`

\`\`\`text findings
2:1: info: \`run\` is not written like the other instructions of this file.
3:1: info: \`Copy\` is not written like the other instructions of this file.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
RUN apk add --no-cache curl
COPY . /app
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
from alpine:3.22
copy . /app
user nobody
\`\`\`

\`\`\`dockerfile good
FROM alpine:3.22
COPY . /app
USER nobody
\`\`\`
`],["dockerfile/container-ports-only","# EXPOSE names ports of the container only\n\nEXPOSE writes down which ports the container listens on. Which address and port of the host lead there is said by `docker run --publish` or by `ports` of a Compose file. BuildKit drops what stands in front of the port, and has announced that it will be an error.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nEXPOSE 8080:80 127.0.0.1:9090:90/tcp\nUSER nobody\n```\n\n```text findings\n2:8: warning: EXPOSE publishes nothing, so `8080` in front of the port has no effect. Docker will refuse it in a future release.\n2:16: warning: EXPOSE publishes nothing, so `127.0.0.1:9090` in front of the port has no effect. Docker will refuse it in a future release.\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nARG PORT=80\nEXPOSE 80 53/udp ${PORT:-80}\nUSER nobody\n```\n"],["dockerfile/copied-files-belong-to-user",`# Files copied after USER belong to that user

COPY and ADD give files to root, whatever USER says. Programs that write next to their own files then fail when they run. Name the owner with \`--chown\`.
The rule is in no preset but \`all\`: files that the program only reads are safer when they belong to root, which is what the rule \`root-owned-copies\` asks for above USER.

## Bad

\`\`\`dockerfile bad
FROM node:24.11-alpine
WORKDIR /app
USER node
COPY package.json ./
ADD data.tar.gz /data
CMD ["node", "server.js"]
\`\`\`

\`\`\`text findings
4:1: info: These files belong to root although \`USER node\` is set: the program can read them, but not change them.
5:1: info: These files belong to root although \`USER node\` is set: the program can read them, but not change them.
\`\`\`

\`\`\`dockerfile fixed
FROM node:24.11-alpine
WORKDIR /app
USER node
COPY --chown=node package.json ./
ADD --chown=node data.tar.gz /data
CMD ["node", "server.js"]
\`\`\`

## Good

\`\`\`dockerfile good
FROM node:24.11-alpine
WORKDIR /app
COPY package.json ./
USER node
COPY --chown=node src ./src
CMD ["node", "server.js"]
\`\`\`

\`\`\`dockerfile good
FROM jenkins/jenkins:2.528-lts
USER jenkins
COPY plugins /plugins
USER root
RUN chown -R jenkins /plugins
USER jenkins
\`\`\`
`],["dockerfile/copy-from-earlier-stage",`# Files are taken only from earlier stages

\`--from\` with the name or number of the stage that it stands in asks for the finished stage while it is being built, and that of a later one for something that does not exist yet. The build stops there. Usually an earlier stage was meant.

## Bad

\`\`\`dockerfile bad
FROM golang:1.25 AS build
RUN go build -o /app .

FROM alpine:3.22 AS final
COPY --from=final /app /app
USER nobody
\`\`\`

\`\`\`text findings
5:6: error: COPY takes files from \`final\`, the stage that it is in. Take them from a stage that ends before this one.
\`\`\`

\`\`\`dockerfile bad
FROM alpine:3.22 AS final
RUN --mount=type=bind,from=final,target=/src cp /src/app /app
USER nobody
\`\`\`

\`\`\`text findings
2:5: error: RUN takes files from \`final\`, the stage that it is in. Take them from a stage that ends before this one.
\`\`\`

## Good

\`\`\`dockerfile good
FROM golang:1.25 AS build
RUN go build -o /app .

FROM alpine:3.22 AS final
COPY --from=build /app /app
COPY --from=nginx:1.29 /etc/nginx /etc/nginx
USER nobody
\`\`\`
`],["dockerfile/copy-from-known-stage",`# The stages that files are copied from exist

When \`--from\` names no stage, Docker does not tell so: it takes the name for an image of Docker Hub, which it then cannot find, or which is somebody else's. Reported are names that look like a misspelt stage.
Images, and build contexts that Compose or the command line gives, are fine.

## Bad

\`\`\`dockerfile bad
FROM golang:1.25 AS builder
RUN go build -o /app .

FROM alpine:3.22
COPY --from=bulider /app /app
USER nobody
\`\`\`

\`\`\`text findings
5:13: warning: \`bulider\` is no stage of this file, so that the build looks for an image of that name. Did you mean \`builder\`?
\`\`\`

\`\`\`dockerfile fixed
FROM golang:1.25 AS builder
RUN go build -o /app .

FROM alpine:3.22
COPY --from=builder /app /app
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM golang:1.25 AS builder
RUN go build -o /app .

FROM alpine:3.22
COPY --from=builder /app /app
COPY --from=busybox:1.37 /bin/wget /bin/wget
COPY --from=docs /site /site
USER nobody
\`\`\`
`],["dockerfile/copy-heredoc",`# Files with fixed text are written by COPY

A chain of \`echo\` commands hides what a file will contain behind quotes, escapes and redirects, and differs between shells. A heredoc shows the file as it will be. It needs BuildKit, which has been Docker's builder since version 23.

<!-- not in heredoc: a RUN in a heredoc is shown as it is -->
<!-- not in comments: where comments stand between the lines there is no fix -->

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
RUN echo '[server]' > /etc/app.conf \\
    && echo "port = 8080" >> /etc/app.conf
RUN printf 'a\\nb\\n' > /etc/list
RUN mkdir -p /srv/bin && echo '#!/bin/sh' > /srv/bin/go && echo 'exec /srv/app' >> /srv/bin/go && chmod 755 /srv/bin/go
USER nobody
\`\`\`

\`\`\`text findings
2:1: info: This step starts a container to write fixed text to \`/etc/app.conf\`. COPY with a heredoc writes it as it stands, without quotes and escapes.
4:1: info: This step starts a container to write fixed text to \`/etc/list\`. COPY with a heredoc writes it as it stands, without quotes and escapes.
5:1: info: This step starts a container to write fixed text to \`/srv/bin/go\`. COPY with a heredoc writes it as it stands, without quotes and escapes.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
COPY <<EOF /etc/app.conf
[server]
port = 8080
EOF
RUN printf 'a\\nb\\n' > /etc/list
COPY --chmod=755 <<EOF /srv/bin/go
#!/bin/sh
exec /srv/app
EOF
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22
COPY <<EOF /etc/app.conf
[server]
EOF
RUN echo "$(date)" > /built && echo x >> /etc/hosts.extra
RUN echo deb http://x > /etc/a && cat /etc/a
USER nobody
\`\`\`
`],["dockerfile/copy-instead-of-add",'# Local files are copied with COPY\n\nADD does more than copying: it fetches addresses, clones repositories and unpacks tar archives. Where none of that is meant, COPY does the same and tells the reader so; and\na file that is one day an archive is not unpacked by surprise. ADD stays right for addresses with `--checksum`, for repositories and for archives to unpack.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nADD --chown=nobody . /app\nUSER nobody\n```\n\n```text findings\n2:1: info: `ADD` only copies here, but would also fetch addresses and unpack archives: with `COPY` the reader and the build know that it never does.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nCOPY --chown=nobody . /app\nUSER nobody\n```\n\n```dockerfile bad\nFROM alpine:3.22\nADD package.json package-lock.json ./\nADD ["my file.txt", "/data/"]\nUSER nobody\n```\n\n```text findings\n2:1: info: `ADD` only copies here, but would also fetch addresses and unpack archives: with `COPY` the reader and the build know that it never does.\n3:1: info: `ADD` only copies here, but would also fetch addresses and unpack archives: with `COPY` the reader and the build know that it never does.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nCOPY package.json package-lock.json ./\nCOPY ["my file.txt", "/data/"]\nUSER nobody\n```\n\n```dockerfile bad\nFROM eclipse-temurin:21-jre\nARG JAR_FILE\nADD ${JAR_FILE} /app.jar\nUSER nobody\n```\n\n```text findings\n3:1: info: `ADD` only copies here, but would also fetch addresses and unpack archives: with `COPY` the reader and the build know that it never does.\n```\n\n```dockerfile fixed\nFROM eclipse-temurin:21-jre\nARG JAR_FILE\nCOPY ${JAR_FILE} /app.jar\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nARG BUNDLE\nADD rootfs.tar.xz /\nADD https://example.com/tool.bin /usr/local/bin/tool\nADD git@github.com:octo/shop.git#v1 /src\nADD ${BUNDLE} /bundle\nADD vendor/* /vendor/\nCOPY . /app\nUSER nobody\n```\n'],["dockerfile/copy-to-absolute-path",`# Where nothing sets WORKDIR, files are copied to absolute paths

Without WORKDIR relative destinations are below the working directory of the base image: usually \`/\`, where program files lie among those of the system, and another place with another base. Set WORKDIR first, or write the whole path.

## Bad

\`\`\`dockerfile bad
FROM python:3.13-slim
COPY requirements.txt .
COPY app ./app/
USER nobody
\`\`\`

\`\`\`text findings
2:23: info: \`.\` is relative to the working directory of the base image, which nobody sees here and which may change with it.
3:10: info: \`./app/\` is relative to the working directory of the base image, which nobody sees here and which may change with it.
\`\`\`

\`\`\`dockerfile fixed
FROM python:3.13-slim
COPY requirements.txt /
COPY app /app/
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM python:3.13-slim AS base
COPY ca.pem /etc/ssl/
WORKDIR /app
COPY requirements.txt .

FROM base
COPY app ./app/
COPY config $CONFIG
USER nobody
\`\`\`
`],["dockerfile/copy-with-mode",`# Copied files get their mode from COPY

\`RUN chmod\` starts a container for one system call, and its layer has the whole file again. \`COPY --chmod\` sets the mode while it copies. It needs BuildKit, which has been Docker's builder since version 23.

## Bad

\`\`\`dockerfile bad
FROM python:3.13-slim
COPY entrypoint.sh /usr/local/bin/
RUN chmod 0755 /usr/local/bin/entrypoint.sh
USER nobody
\`\`\`

\`\`\`text findings
3:5: info: This changes the mode of \`/usr/local/bin/entrypoint.sh\`, and keeps a second copy of it in its layer for that. COPY and ADD can set the mode.
\`\`\`

\`\`\`dockerfile fixed
FROM python:3.13-slim
COPY --chmod=0755 entrypoint.sh /usr/local/bin/
USER nobody
\`\`\`

\`\`\`dockerfile bad
FROM python:3.13-slim
WORKDIR /app
COPY bin/start.py ./start
RUN chmod +x start
USER nobody
\`\`\`

\`\`\`text findings
4:5: info: This changes the mode of \`start\`, and keeps a second copy of it in its layer for that. COPY and ADD can set the mode.
\`\`\`

\`\`\`dockerfile fixed
FROM python:3.13-slim
WORKDIR /app
COPY --chmod=755 bin/start.py ./start
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM python:3.13-slim
COPY --chmod=755 entrypoint.sh /usr/local/bin/
COPY tools /tools
RUN chmod -R +x /tools
COPY a /a
RUN chmod +x /b
USER nobody
\`\`\`
`],["dockerfile/cuda-of-one-version",`# Packages are built for the CUDA of the base image

Python packages for GPUs are built for one version of CUDA, which their index (\`cu121\`) or version names. Within a major version an older build runs on newer libraries; the other way round, and between major versions, it does not. The build does not notice, because it has no GPU.

## Bad

\`\`\`dockerfile bad
FROM nvidia/cuda:11.8.0-runtime-ubuntu22.04
RUN pip install --no-cache-dir --require-hashes -r requirements.txt --index-url https://download.pytorch.org/whl/cu121
USER nobody
\`\`\`

\`\`\`text findings
2:81: warning: This is built for CUDA 12.1, and \`nvidia/cuda:11.8.0-runtime-ubuntu22.04\` brings 11.8: libraries of the wrong version are loaded, or none, which shows only where there is a GPU.
\`\`\`

## Good

\`\`\`dockerfile good
FROM nvidia/cuda:12.9.1-runtime-ubuntu24.04
RUN pip install --no-cache-dir --require-hashes -r requirements.txt --index-url https://download.pytorch.org/whl/cu121
USER nobody
\`\`\`
`],["dockerfile/curl-fails-on-errors",'# curl fails when the server answers with an error\n\nTo curl an answer is an answer, also when it says 404 or 503. It stores the page and reports success; the build goes on, and `tar` complains of something that is no archive, or a script of HTML is put into the image. `-f` makes curl fail. Where the RUN compares a checksum, that finds it as well.\nThe fix makes builds fail that went on before.\nBy default only programs are told that are made executable and that nothing in the same RUN reads or starts: no other step would notice the page that stands there instead. `files: all` tells every download.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN curl -sSL -o /app.tar.gz https://example.com/app.tar.gz && curl https://example.com/a.conf > /etc/a.conf\nUSER nobody\n```\n\n```text findings\n2:5: info: Without `-f` `curl` is content with any answer: the page that says "not found" is kept as if it were the file, and what uses it fails later or not at all.\n2:64: info: Without `-f` `curl` is content with any answer: the page that says "not found" is kept as if it were the file, and what uses it fails later or not at all.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nRUN curl -fsSL -o /app.tar.gz https://example.com/app.tar.gz && curl -f https://example.com/a.conf > /etc/a.conf\nUSER nobody\n```\n\n```dockerfile bad options={"files":"programs"}\nFROM debian:13.2-slim\nRUN curl -sSLo /usr/local/bin/kubectl https://dl.k8s.io/release/v1.34.1/bin/linux/amd64/kubectl \\\n && chmod +x /usr/local/bin/kubectl \\\n && curl -LO https://github.com/mikefarah/yq/releases/download/v4.49/yq_linux_amd64 && install yq_linux_amd64 /usr/local/bin/yq\nUSER nobody\n```\n\n```text findings\n2:5: info: Without `-f` `curl` is content with any answer: where the server says "not found", that page becomes `/usr/local/bin/kubectl`, and nothing notices before somebody runs it.\n4:5: info: Without `-f` `curl` is content with any answer: where the server says "not found", that page becomes `yq_linux_amd64`, and nothing notices before somebody runs it.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nRUN curl -fsSLo /usr/local/bin/kubectl https://dl.k8s.io/release/v1.34.1/bin/linux/amd64/kubectl \\\n && chmod +x /usr/local/bin/kubectl \\\n && curl -fLO https://github.com/mikefarah/yq/releases/download/v4.49/yq_linux_amd64 && install yq_linux_amd64 /usr/local/bin/yq\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nRUN curl -fsSL -o /app.tar.gz https://example.com/app.tar.gz && curl --fail-with-body -O https://example.com/a\nRUN curl -sSLO https://example.com/b.tar.gz && echo "0123  b.tar.gz" | sha256sum -c\nRUN curl -s https://example.com/status\nUSER nobody\n```\n\n```dockerfile good options={"files":"programs"}\nFROM debian:13.2-slim\nRUN curl -sSLo /usr/local/bin/kubectl https://dl.k8s.io/release/v1.34.1/bin/linux/amd64/kubectl \\\n && chmod +x /usr/local/bin/kubectl && kubectl version --client\nRUN curl -sSL https://example.com/app.tar.gz | tar xz\nUSER nobody\n```\n'],["dockerfile/curl-follows-redirects","# curl follows redirects\n\nRelease pages and mirrors answer with a redirect to where the file is now. Without `-L` curl keeps that answer, which is empty or a short page, and reports success. With it the build may be led to another server: compare a checksum where that matters.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN curl -fsS -o /app.tar.gz https://example.com/app.tar.gz\nUSER nobody\n```\n\n```text findings\n2:5: info: Without `-L` `curl` keeps the answer that says where the file has moved, instead of the file. Addresses that work today are redirected some day.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nRUN curl -fsS -o /app.tar.gz -L https://example.com/app.tar.gz\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nRUN curl -fsSL -o /app.tar.gz https://example.com/app.tar.gz && curl --location -fO https://example.com/a\nRUN curl -fsS -X POST https://example.com/started > /tmp/started\nUSER nobody\n```\n"],["dockerfile/declared-args-in-from",'# Variables in FROM are declared before the first FROM\n\nFROM sees only the ARGs that stand before the first FROM, and the platform arguments. Any other variable in it is empty, and `--build-arg` cannot set it. An ARG inside of a stage does not count for the next FROM.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22${SUFFIX}\nARG PLATFORM=linux/amd64\nUSER nobody\n```\n\n```text findings\n1:17: error: No ARG before the first FROM declares `$SUFFIX`, so it is empty here, whatever is passed with `--build-arg`.\n```\n\n```dockerfile bad\nARG IMAGE_VERSION=3.22\nFROM --platform=$BULIDPLATFORM alpine:${IMAGE_VERISON}\nUSER nobody\n```\n\n```text findings\n2:17: error: No ARG before the first FROM declares `$BULIDPLATFORM`, so it is empty here, whatever is passed with `--build-arg`. Was `BUILDPLATFORM` meant?\n2:39: error: No ARG before the first FROM declares `$IMAGE_VERISON`, so it is empty here, whatever is passed with `--build-arg`. Was `IMAGE_VERSION` meant?\n```\n\n```dockerfile fixed\nARG IMAGE_VERSION=3.22\nFROM --platform=$BUILDPLATFORM alpine:${IMAGE_VERSION}\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nARG SUFFIX=""\nFROM --platform=$BUILDPLATFORM alpine:3.22${SUFFIX}\nUSER nobody\n```\n'],["dockerfile/default-base-image","# A build without arguments has a base image\n\nAn ARG without a default is empty until somebody passes `--build-arg`. In FROM that makes an image without a name or tag, and `docker build .` stops there. A default that works keeps the file usable on its own, and shows the reader what is built on. Where every build passes the argument anyway, ignore this.\nIt is on in `strict` only: many files leave the default out so that nobody forgets the argument.\n\n## Bad\n\n```dockerfile bad\nARG VERSION\nFROM alpine:${VERSION}\nUSER nobody\n```\n\n```text findings\n2:6: info: In a build without arguments `alpine:${VERSION}` comes out as `alpine:`, which is no image. Give its ARG before the first FROM a default.\n```\n\n```dockerfile bad\nARG BASE_IMAGE\nFROM ${BASE_IMAGE}\nUSER nobody\n```\n\n```text findings\n2:6: info: In a build without arguments `${BASE_IMAGE}` names no image. Give its ARG before the first FROM a default.\n```\n\n## Good\n\n```dockerfile good\nARG VERSION=3.22\nFROM alpine:${VERSION}\nUSER nobody\n```\n"],["dockerfile/defined-variables","# Every variable is set before it is used\n\nA variable that nothing sets is replaced by nothing, without an error: a path loses a part, `LD_LIBRARY_PATH` gets an empty entry, which means the current folder. Usually the name is misspelt, the ARG stands in another stage, or it stands before the first FROM, where it counts for FROM lines alone. A default, as in `${NAME:-1}`, and lists\nthat are extended whatever they were, such as MANPATH, are fine. This rule speaks only where it knows what the base image sets; `variables-set-here` asks it of all.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13-slim\nENV LD_LIBRARY_PATH=/opt/lib:$LD_LIBRARY_PATH\nWORKDIR /srv/${APP_NAME}\nUSER nobody\n```\n\n```text findings\n2:30: warning: `$LD_LIBRARY_PATH` is set neither by an ARG or ENV in front nor by the base image, so it is empty here.\n3:14: warning: `$APP_NAME` is set neither by an ARG or ENV in front nor by the base image, so it is empty here.\n```\n\n```dockerfile bad\nARG VERSION=1.4\nFROM alpine:3.22\nLABEL org.opencontainers.image.version=$VERSION\nUSER nobody\n```\n\n```text findings\n3:40: warning: `$VERSION` is set neither by an ARG or ENV in front nor by the base image, so it is empty here.\n```\n\n## Good\n\n```dockerfile good\nARG VERSION=1.4\nFROM alpine:3.22\nARG VERSION\nENV LD_LIBRARY_PATH=/opt/lib PATH=/opt/bin:$PATH\nLABEL org.opencontainers.image.version=$VERSION\nUSER nobody\n```\n\n```dockerfile good\nFROM python:3.14-slim\nENV SOURCE=python-$PYTHON_VERSION\nUSER nobody\n```\n\n```dockerfile good\nFROM debian:13-slim\nENV APP_UID=${APP_UID:-1000} MANPATH=/opt/man:$MANPATH\nUSER nobody\n```\n"],["dockerfile/dependencies-before-source",`# Dependencies are installed before the source is copied

Docker reuses a step as long as nothing above it has changed. When the whole context is copied first, every edit of a source file makes the build install all dependencies again, which is usually its slowest step. Copy the files that name the dependencies, install them, and copy the rest afterwards.
Installs with a cache mount, and those that need the source, are not reported.
By default only services are told, where npm, yarn, pip or bundle installs right behind the source, and no comment says why. \`images: all\` tells all.

## Bad

\`\`\`dockerfile bad
FROM node:24.11-alpine
WORKDIR /app
COPY . .
RUN npm ci && npm run build
USER node
\`\`\`

\`\`\`text findings
4:5: info: Every change of any file in the context makes \`npm ci\` run again, because the whole context is copied above. Copy the manifests first, install, and copy the rest then.
\`\`\`

\`\`\`dockerfile bad
FROM python:3.13-slim
ADD --chown=nobody ["app.tar.gz", ".", "/app/"]
RUN pip install --no-cache-dir -r /app/requirements.txt
USER nobody
\`\`\`

\`\`\`text findings
3:5: info: Every change of any file in the context makes \`pip install\` run again, because the whole context is copied above. Copy the manifests first, install, and copy the rest then.
\`\`\`

\`\`\`dockerfile bad options={"images":"services"}
FROM python:3.14-slim
WORKDIR /app
COPY . .
RUN pip install --no-cache-dir -r requirements.txt
USER nobody
EXPOSE 8000
CMD ["gunicorn", "shop:app"]
\`\`\`

\`\`\`text findings
4:5: info: Every change of any file in the context makes \`pip install\` run again, because the whole context is copied above. Copy the manifests first, install, and copy the rest then.
\`\`\`

## Good

\`\`\`dockerfile good
FROM node:24.11-alpine AS web
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm install -g serve

FROM python:3.13-slim
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt
USER nobody
\`\`\`

\`\`\`dockerfile good options={"images":"services"}
FROM node:24.11-alpine
WORKDIR /app
# The install scripts need the configuration.
COPY . .
RUN npm ci
USER node
EXPOSE 3000
CMD ["node", "server.js"]
\`\`\`

\`\`\`dockerfile good options={"images":"services"}
FROM python:3.14-slim
COPY . /tool
RUN pip install --no-cache-dir -r /tool/requirements.txt
USER nobody
\`\`\`
`],["dockerfile/described-definitions","# A comment right above an ARG or a stage begins with its name\n\n`docker build --call=outline` and `--call=targets` show the comment above an ARG or a named stage as its description, when it begins with the name. Any other comment there is not shown. An empty comment (`#`) between says that it is no description. This is an experimental check of BuildKit, so only the preset `all` has it.\n\n## Bad\n\n```dockerfile bad\n# the version of the tools\nARG TOOLS=1.4\n\n# compiles everything\nFROM alpine:3.22 AS build\nUSER nobody\n```\n\n```text findings\n1:1: info: `docker build --call=outline` takes this for the description of `TOOLS` only when it begins with that name.\n4:1: info: `docker build --call=outline` takes this for the description of `build` only when it begins with that name.\n```\n\n## Good\n\n```dockerfile good\n# Built by the release workflow.\n\n# TOOLS is the version of the tools\nARG TOOLS=1.4\n\n# build compiles everything\nFROM alpine:3.22 AS build\nUSER nobody\n```\n"],["dockerfile/digest-pinned-image",`# Images are pinned by digest

A digest names the content of an image, a tag only a place where somebody puts one. With the digest a build is the same today and in a year, and nobody who takes over the registry account can slip in another image.
The rule is in no preset but \`all\`, because digests get old: they need a bot that renews them, or security updates of the base never arrive. Keep the tag beside the digest, so that people can read it.

## Bad

\`\`\`dockerfile bad
FROM golang:1.25 AS build
RUN go build -o /app .

FROM alpine:3.22
COPY --from=build /app /app
COPY --from=ghcr.io/astral-sh/uv:0.9.11 /uv /bin/uv
USER nobody
\`\`\`

\`\`\`text findings
1:6: info: The tag of \`golang:1.25\` can be given to another image at any time. With its digest (\`docker buildx imagetools inspect golang:1.25\`) the build takes this one or none.
4:6: info: The tag of \`alpine:3.22\` can be given to another image at any time. With its digest (\`docker buildx imagetools inspect alpine:3.22\`) the build takes this one or none.
6:13: info: The tag of \`ghcr.io/astral-sh/uv:0.9.11\` can be given to another image at any time. With its digest (\`docker buildx imagetools inspect ghcr.io/astral-sh/uv:0.9.11\`) the build takes this one or none.
\`\`\`

## Good

\`\`\`dockerfile good
ARG BASE=alpine:3.22
FROM golang:1.25@sha256:0000000000000000000000000000000000000000000000000000000000000000 AS build
FROM scratch AS files
FROM $BASE
COPY --from=build /app /app
USER nobody
\`\`\`
`],["dockerfile/directive-casing","# Parser directives are written in lower case\n\nBuildKit reads `# SYNTAX=` like `# syntax=`. Editors and other tools that look at the first lines may not, and no manual writes it so. The fix changes nothing that is built.\n\n## Bad\n\n```dockerfile bad\n# Syntax=docker/dockerfile:1\nFROM alpine:3.22\nUSER nobody\n```\n\n```text findings\n1:3: info: `Syntax` is the directive `syntax`, which every other file and manual writes in lower case.\n```\n\n```dockerfile fixed\n# syntax=docker/dockerfile:1\nFROM alpine:3.22\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\n# syntax=docker/dockerfile:1\nFROM alpine:3.22\nUSER nobody\n```\n"],["dockerfile/directory-ends-with-slash",'# Several sources are copied into a directory that ends with a slash\n\nWith several sources the destination has to be a directory. Without the slash at its end the classic builder refuses the instruction, and a reader cannot tell the directory from a file.\n`.` and `..` are directories as they are.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nCOPY package.json package-lock.json /app\nUSER nobody\n```\n\n```text findings\n2:37: warning: Several files go to `/app`, which does not say that it is a directory: the classic builder refuses that.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nCOPY package.json package-lock.json /app/\nUSER nobody\n```\n\n```dockerfile bad\nFROM alpine:3.22\nCOPY ["a file", "b file", "/data"]\nUSER nobody\n```\n\n```text findings\n2:27: warning: Several files go to `/data`, which does not say that it is a directory: the classic builder refuses that.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nCOPY ["a file", "b file", "/data/"]\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nCOPY package.json package-lock.json /app/\nCOPY index.js index.css .\nCOPY src /app\nARG TARGET\nCOPY a b $TARGET\nUSER nobody\n```\n'],["dockerfile/dnf-cache-removed",`# dnf and yum clean up behind them

Before it installs anything, dnf downloads what its repositories hold: often more than the packages themselves. Each RUN is a layer: what is removed in a later one is still shipped. A cache mount on \`/var/cache/dnf\` or
\`/var/cache/yum\` serves as well. Stages whose layers are not in the final image are not looked at, nor are images for development and tests, which the path
or the name of a stage tells: nobody ships them.
By default only images are told that start something and hold no compilers, next to which the cache weighs nothing. With \`images: all\` every one is.

## Bad

\`\`\`dockerfile bad
FROM fedora:43
RUN dnf install -y git
USER nobody
\`\`\`

\`\`\`text findings
2:5: info: What \`dnf\` downloads about its repositories stays in this layer. Cleaning up in a later instruction makes the image no smaller.
\`\`\`

\`\`\`dockerfile fixed
FROM fedora:43
RUN dnf install -y git \\
    && dnf clean all
USER nobody
\`\`\`

\`\`\`dockerfile bad
FROM registry.access.redhat.com/ubi9/ubi-minimal:9.6
RUN microdnf install -y \\
        git \\
        make
USER 1001
\`\`\`

\`\`\`text findings
2:5: info: What \`microdnf\` downloads about its repositories stays in this layer. Cleaning up in a later instruction makes the image no smaller.
\`\`\`

\`\`\`dockerfile fixed
FROM registry.access.redhat.com/ubi9/ubi-minimal:9.6
RUN microdnf install -y \\
        git \\
        make \\
    && microdnf clean all
USER 1001
\`\`\`

\`\`\`dockerfile bad
FROM rockylinux/rockylinux:10.0
RUN set -e; \\
    yum clean all; \\
    yum install -y git;
USER nobody
\`\`\`

\`\`\`text findings
4:5: info: What \`yum\` downloads about its repositories stays in this layer. Cleaning up in a later instruction makes the image no smaller.
\`\`\`

\`\`\`dockerfile fixed
FROM rockylinux/rockylinux:10.0
RUN set -e; \\
    yum clean all; \\
    yum install -y git; \\
    yum clean all;
USER nobody
\`\`\`

\`\`\`dockerfile bad options={"images":"run"}
FROM rockylinux:9
RUN dnf install -y nginx
USER nobody
CMD ["nginx", "-g", "daemon off;"]
\`\`\`

\`\`\`text findings
2:5: info: What \`dnf\` downloads about its repositories stays in this layer. Cleaning up in a later instruction makes the image no smaller.
\`\`\`

\`\`\`dockerfile fixed
FROM rockylinux:9
RUN dnf install -y nginx \\
    && dnf clean all
USER nobody
CMD ["nginx", "-g", "daemon off;"]
\`\`\`

## Good

\`\`\`dockerfile good
FROM fedora:43 AS build
RUN dnf install -y gcc
FROM fedora:43
RUN dnf install -y git && dnf clean all
RUN --mount=type=cache,target=/var/cache/libdnf5 dnf install -y make
RUN dnf install -y jq && rm -rf /var/cache/*
COPY --from=build /app /app
USER nobody
\`\`\`

\`\`\`dockerfile good
FROM fedora:43
RUN sed -i 's/keepcache=0/keepcache=1/' /etc/dnf/dnf.conf && dnf install -y git
USER nobody
\`\`\`

\`\`\`dockerfile good options={"images":"run"}
FROM rockylinux:9
RUN dnf install -y gcc make
USER nobody
CMD ["make"]
\`\`\`

\`\`\`dockerfile good options={"images":"run"}
FROM rockylinux:9
RUN dnf install -y git
USER nobody
\`\`\`
`],["dockerfile/dnf-yes",`# dnf and yum are told to assume yes

dnf, yum and tdnf ask before every change of packages. A build has no one at the keyboard, so the question is answered with no and the build stops. \`-y\` and \`assumeyes\` in their configuration say yes;
microdnf never asks, and is not looked at.

## Bad

\`\`\`dockerfile bad
FROM fedora:43
RUN dnf install git && dnf clean all
USER nobody
\`\`\`

\`\`\`text findings
2:5: warning: \`dnf install\` asks before it changes packages, and in a build there is nobody to answer: the build stops.
\`\`\`

\`\`\`dockerfile fixed
FROM fedora:43
RUN dnf install -y git && dnf clean all
USER nobody
\`\`\`

\`\`\`dockerfile bad
FROM rockylinux/rockylinux:10.0
RUN yum update \\
    && yum --setopt=tsflags=nodocs install \\
        git \\
        make \\
    && yum clean all
USER nobody
\`\`\`

\`\`\`text findings
2:5: warning: \`yum update\` asks before it changes packages, and in a build there is nobody to answer: the build stops.
3:8: warning: \`yum install\` asks before it changes packages, and in a build there is nobody to answer: the build stops.
\`\`\`

\`\`\`dockerfile fixed
FROM rockylinux/rockylinux:10.0
RUN yum update -y \\
    && yum --setopt=tsflags=nodocs install -y \\
        git \\
        make \\
    && yum clean all
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM fedora:43
RUN dnf -qy install git && dnf install make -y && dnf clean all
USER nobody
\`\`\`

\`\`\`dockerfile good
FROM registry.access.redhat.com/ubi9/ubi-minimal:9.6
RUN microdnf install git && microdnf clean all
USER 1001
\`\`\`
`],["dockerfile/downloads-with-retry","# Downloads are tried again\n\nBuilds download many files, and each has to succeed at the first try. curl tries once unless `--retry` says more; wget tries again, but not after a refused connection. The options can stand in each command, or once for a stage in a settings file that `CURL_HOME` or `WGETRC` names. An opinion, which nobody is told unless they ask for it.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN curl -fsSLo /etc/apt/keyrings/octo.asc https://example.com/octo.asc\nUSER nobody\n```\n\n```text findings\n2:5: info: One hiccup of the network ends this build. `curl --retry 5`, or a settings file for all downloads of the stage, tries again.\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nRUN curl -fsSL --retry 5 -o /etc/apt/keyrings/octo.asc https://example.com/octo.asc\nUSER nobody\n```\n"],["dockerfile/effective-directives","# Parser directives stand where they count, and are spelt right\n\n`# syntax=` and `# escape=` are read in the first lines only, in front of every instruction, comment and empty line. Anywhere else, or with a letter wrong, they are comments: the build goes on with the default, and newer instructions fail or backslashes mean something else. The fix changes how the file is read, to what was meant.\n\n## Bad\n\n```dockerfile bad\n# The image of the shop\n# syntax=docker/dockerfile:1\nFROM alpine:3.22\nUSER nobody\n```\n\n```text findings\n2:3: warning: Directives count only above everything else: behind a comment or an empty line `syntax` is a comment without effect.\n```\n\n```dockerfile fixed\n# syntax=docker/dockerfile:1\n# The image of the shop\nFROM alpine:3.22\nUSER nobody\n```\n\n```dockerfile bad\n# synatx=docker/dockerfile:1\nFROM alpine:3.22\nUSER nobody\n```\n\n```text findings\n1:3: warning: `synatx` is no parser directive, so this line is a comment without effect. It looks like `syntax`.\n```\n\n```dockerfile fixed\n# syntax=docker/dockerfile:1\nFROM alpine:3.22\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\n# syntax=docker/dockerfile:1\n# escape=\\\n# The syntax = of this file\nFROM alpine:3.22\nUSER nobody\n```\n"],["dockerfile/epilogue-order",`# What is said about running stands at the end, in order

STOPSIGNAL, HEALTHCHECK, ENTRYPOINT and CMD build nothing: they say how the container runs. At the end of the file, always in the same order, readers find them at once.

## Bad

\`\`\`dockerfile bad
FROM node:24.11-alpine
CMD ["server.js"]
COPY server.js /
USER node
ENTRYPOINT ["node"]
STOPSIGNAL SIGINT
\`\`\`

\`\`\`text findings
2:1: info: \`CMD\` stands above what builds the image: who looks for how the container runs looks at the end.
6:1: info: \`STOPSIGNAL\` stands behind \`ENTRYPOINT\`: the usual order is STOPSIGNAL, HEALTHCHECK, ENTRYPOINT, CMD.
\`\`\`

## Good

\`\`\`dockerfile good
FROM node:24.11-alpine AS test
CMD ["node", "--test"]
COPY server.js /

FROM node:24.11-alpine
COPY server.js /
USER node
STOPSIGNAL SIGINT
ENTRYPOINT ["node"]
CMD ["server.js"]
\`\`\`
`],["dockerfile/exec-form-cmd",'# CMD and ENTRYPOINT start the program without a shell\n\nIn shell form the program is a child of `/bin/sh -c`. The shell is process 1, gets the signals, and does not pass them on: the program cannot finish its work when the container stops. The exec form starts it directly.\nCommands that need a shell (variables, `&&`, redirects) are not reported, nor are files that choose their shell with SHELL. An ENTRYPOINT in exec form also gets the arguments of CMD and of `docker run`, which the shell form drops.\nA CMD that only opens a shell, sleeps, builds or tests has nothing to lose and is not reported; stages that are not in the final image are not looked at.\n\n## Bad\n\n```dockerfile bad\nFROM node:24.11-alpine\nUSER node\nCMD node --enable-source-maps server.js\n```\n\n```text findings\n3:1: warning: `CMD` starts `node` through `/bin/sh -c`, which takes the signals that were meant for it: `docker stop` may wait ten seconds and then kill it.\n```\n\n```dockerfile fixed\nFROM node:24.11-alpine\nUSER node\nCMD ["node", "--enable-source-maps", "server.js"]\n```\n\n```dockerfile bad\nFROM nginx:1.29\nUSER nginx\nENTRYPOINT nginx -g \'daemon off;\'\n```\n\n```text findings\n3:1: warning: `ENTRYPOINT` starts `nginx` through `/bin/sh -c`, which drops what `docker run` and CMD add, and takes the signals that were meant for it: `docker stop` may wait ten seconds and then kill it.\n```\n\n```dockerfile fixed\nFROM nginx:1.29\nUSER nginx\nENTRYPOINT ["nginx", "-g", "daemon off;"]\n```\n\n```dockerfile bad\nFROM python:3.13-slim\nUSER nobody\nENTRYPOINT /usr/local/bin/serve\nCMD /srv/files\n```\n\n```text findings\n3:1: warning: `ENTRYPOINT` starts `/usr/local/bin/serve` through `/bin/sh -c`, which drops what `docker run` and CMD add, and takes the signals that were meant for it: `docker stop` may wait ten seconds and then kill it.\n```\n\n```dockerfile fixed\nFROM python:3.13-slim\nUSER nobody\nENTRYPOINT ["/usr/local/bin/serve"]\nCMD ["/srv/files"]\n```\n\n## Good\n\n```dockerfile good\nFROM node:24.11-alpine\nUSER node\nCMD ["node", "server.js"]\n```\n\n```dockerfile good\nFROM node:24.11-alpine\nUSER node\nCMD exec node server.js --port "$PORT"\n```\n\n```dockerfile good\nFROM node:24.11-alpine\nSHELL ["/bin/bash", "-c"]\nUSER node\nCMD node server.js\n```\n\n```dockerfile good\nFROM golang:1.25-alpine AS check\nENTRYPOINT go test ./...\n\nFROM alpine:3.22\nUSER nobody\nCMD /bin/sh\n```\n'],["dockerfile/exec-form-everywhere",'# Every CMD and ENTRYPOINT is in exec form\n\nWhere a start needs no shell, `exec-form-cmd` says so and corrects it. This rule also asks for the exec form where variables, pipes or `&&` need a shell: the script goes into a file, ends with `exec`, and the program itself gets the signals. BuildKit warns of these, too. Many images are fine without, so only the preset `all` has it.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nUSER nobody\nCMD ./migrate && exec ./serve --port $PORT\n```\n\n```text findings\n3:1: info: `CMD` needs a shell for what it does here. In exec form the script would be a file of its own, and the program could be PID 1.\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nUSER nobody\nCMD ["./start.sh"]\n```\n'],["dockerfile/exec-form-healthcheck",'# Health checks are in exec form\n\nA health check in shell form starts `/bin/sh` every few seconds, which starts the program. In exec form the engine starts the program itself; what `|| exit 1` does is then the program\'s own exit code. Most checks that are written for curl or wget use the shell for something, and a check takes no signals, so that this is a matter of taste, which nobody is told unless they ask for it.\n\n## Bad\n\n```dockerfile bad\nFROM nginx:1.29.3\nHEALTHCHECK CMD curl --fail http://localhost/ || exit 1\n```\n\n```text findings\n2:13: info: `HEALTHCHECK CMD` starts `curl` through a shell, each time anew. In exec form it needs none, also where the image has none.\n```\n\n## Good\n\n```dockerfile good\nFROM nginx:1.29.3\nHEALTHCHECK CMD ["curl", "--fail", "http://localhost/"]\n```\n'],["dockerfile/exec-form-in-words",'# The exec form names a program and its arguments, each by itself\n\nIn brackets no shell is involved: the first word is the program, the others are its arguments, as they stand. `CMD ["npm start"]` looks for a program with a blank in its name and does not start; `CMD ["npm", "run", "migrate", "&&", "npm", "start"]` gives `&&` to npm.\nGive each word by itself, or the whole line to `sh -c`. A CMD that an ENTRYPOINT takes is left alone, and so is one on a base image of which it is not known what it starts.\n\n<!-- not in heredoc: nothing here is run by a shell -->\n\n## Bad\n\n```dockerfile bad\nFROM node:24.11-alpine\nUSER node\nCMD ["npm start"]\n```\n\n```text findings\n3:6: warning: The exec form starts a program that is called `npm start`, blanks included: there is none, and the container ends at once.\n```\n\n```dockerfile fixed\nFROM node:24.11-alpine\nUSER node\nCMD ["npm", "start"]\n```\n\n```dockerfile bad\nFROM python:3.14-slim\nUSER nobody\nCMD ["python", "manage.py", "migrate", "&&", "python", "manage.py", "runserver"]\n```\n\n```text findings\n3:40: warning: The exec form gives `&&` to `python` as an argument, and all that follows, too: no shell is there to read it.\n```\n\n```dockerfile fixed\nFROM python:3.14-slim\nUSER nobody\nCMD ["sh", "-c", "python manage.py migrate && python manage.py runserver"]\n```\n\n```dockerfile bad\nFROM ghcr.io/octo/runtime:4\nUSER nobody\nENTRYPOINT ["./serve --verbose"]\n```\n\n```text findings\n3:13: warning: The exec form starts a program that is called `./serve --verbose`, blanks included: there is none, and the container ends at once.\n```\n\n```dockerfile fixed\nFROM ghcr.io/octo/runtime:4\nUSER nobody\nENTRYPOINT ["./serve", "--verbose"]\n```\n\n## Good\n\n```dockerfile good\nFROM node:24.11-alpine\nUSER node\nCMD ["sh", "-c", "npm run migrate && npm start"]\n```\n\n```dockerfile good\nFROM ghcr.io/octo/runtime:4\nUSER nobody\nCMD ["serve --verbose"]\n```\n\n```dockerfile good\nFROM node:24.11-alpine\nUSER node\nENTRYPOINT ["/entrypoint.sh"]\nCMD ["npm start"]\n```\n'],["dockerfile/expected-labels",'# The image has the labels that were agreed on\n\nLabels tell whoever meets the image in a registry where it comes from and who answers for it. Which ones are needed is for each organisation to say: the option `required` lists them, and `others: false` refuses all others. Build tools often add the OCI labels when they build, which cannot be seen here, so this is on\nin the preset `all` only.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nLABEL org.opencontainers.image.source=https://github.com/octo/shop\nUSER nobody\n```\n\n```text findings\n1:1: info: This image lacks the label `org.opencontainers.image.licenses`, by which others find its source and owner.\n```\n\n```dockerfile bad options={"required":["com.example.team"],"others":false}\nFROM alpine:3.22\nLABEL com.example.team=shop com.example.teem=shop\nUSER nobody\n```\n\n```text findings\n2:29: info: `com.example.teem` is not among the labels that the settings allow.\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22 AS base\nLABEL org.opencontainers.image.source=https://github.com/octo/shop\nFROM base\nLABEL org.opencontainers.image.licenses=MIT\nUSER nobody\n```\n'],["dockerfile/expose-protocol-casing","# Protocols in EXPOSE are in lower case\n\nBuildKit reads `80/TCP` as `80/tcp` and warns of it. It changes nothing in the image.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nEXPOSE 80/TCP 53/Udp 8080/tcp\nUSER nobody\n```\n\n```text findings\n2:11: info: `TCP` is read as `tcp`.\n2:18: info: `Udp` is read as `udp`.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nEXPOSE 80/tcp 53/udp 8080/tcp\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nEXPOSE 80/tcp 53/udp 8080\nUSER nobody\n```\n"],["dockerfile/few-driver-capabilities","# Images ask for the parts of the GPU driver that they use\n\nThe NVIDIA runtime puts those libraries and devices of the driver into a container that this variable names. `all` includes display, graphics and video coding, which widens what a compromised process can reach. Name what is used: `compute` for CUDA, `utility` for nvidia-smi, `video` for encoders.\n\n## Bad\n\n```dockerfile bad\nFROM nvidia/cuda:12.9.1-runtime-ubuntu24.04\nENV NVIDIA_DRIVER_CAPABILITIES=all\nUSER nobody\n```\n\n```text findings\n2:32: info: `NVIDIA_DRIVER_CAPABILITIES=all` puts every part of the driver into the container, display and video included. Most programs use `compute` and `utility`.\n```\n\n```dockerfile fixed\nFROM nvidia/cuda:12.9.1-runtime-ubuntu24.04\nENV NVIDIA_DRIVER_CAPABILITIES=compute,utility\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM nvidia/cuda:12.9.1-runtime-ubuntu24.04\nENV NVIDIA_DRIVER_CAPABILITIES=compute,video\nUSER nobody\n```\n"],["dockerfile/final-newline",`# The file ends with one line end

Programs that read files line by line may leave out a last line without an end, and diffs show it as changed when one is added behind it. Empty lines at the end say nothing.

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
USER nobody


\`\`\`

\`\`\`text findings
3:1: info: Empty lines stand at the end of the file.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22
USER nobody
\`\`\`
`],["dockerfile/final-user-not-root",`# The last USER is not root

Containers run as the last USER of the final stage. Root in a container is root for everything mounted into it and one kernel bug away from the host. Images whose entrypoint
gives up root by itself (gosu, su-exec, setpriv) begin as root on purpose and are not reported. Other stages are not looked at.
It is on in \`security\` and \`strict\`: who writes \`USER root\` last mostly means it.

## Bad

\`\`\`dockerfile bad
FROM jenkins/jenkins:2.528-lts
USER root
RUN mkdir -p /plugins
\`\`\`

\`\`\`text findings
2:6: warning: The image is left with \`USER root\`, so that its containers run as root: whoever takes over the process owns all of the container. Go back to an unprivileged user after the steps that need root.
\`\`\`

\`\`\`dockerfile bad
ARG RUN_AS=0:0
FROM debian:13.2-slim AS base
ARG RUN_AS
USER \${RUN_AS}

FROM base
COPY app /app
\`\`\`

\`\`\`text findings
4:6: warning: The image is left with \`USER \${RUN_AS}\`, so that its containers run as root: whoever takes over the process owns all of the container. Go back to an unprivileged user after the steps that need root.
\`\`\`

## Good

\`\`\`dockerfile good
FROM debian:13.2-slim AS build
USER root
FROM jenkins/jenkins:2.528-lts
USER root
RUN mkdir -p /plugins
USER jenkins
\`\`\`

\`\`\`dockerfile good
FROM alpine:3.22
RUN apk add --no-cache su-exec
USER root
ENTRYPOINT ["/entrypoint.sh"]
\`\`\`
`],["dockerfile/formatted-heredocs",`# Heredocs are laid out as files are

A heredoc is a file within the file. JSON on one line, a script whose commands share lines, or blocks that are not indented are as hard to read there as anywhere. JSON is expected with indents of two, four or a tab; of scripts for a shell are asked for one command a line and indented blocks. For YAML, TOML and XML a formatter is the tool. A style, which nobody is told unless they ask for it.

<!-- not in heredoc: it is one -->

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
COPY <<EOF /etc/app.json
{"mode":"production","port":8080}
EOF
COPY --chmod=755 <<EOF /start.sh
set -eu; mkdir -p /run/app; exec /app
EOF
USER nobody
\`\`\`

\`\`\`text findings
2:6: info: This JSON is not laid out. In a heredoc it can look as in a file of its own, and a change shows the lines that it changes.
5:18: info: Several commands share the line \`set -eu; mkdir -p /run/app; exec /app\`. In a heredoc it can look as in a file of its own, and a change shows the lines that it changes.
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22
COPY <<EOF /etc/app.json
{
  "mode": "production",
  "port": 8080
}
EOF
COPY --chmod=755 <<EOF /start.sh
set -eu
if [ ! -d /run/app ]; then
  mkdir -p /run/app
fi
exec /app
EOF
USER nobody
\`\`\`
`],["dockerfile/from-as-casing",`# FROM and AS are written in the same case

BuildKit warns when the two keywords of one line differ in case. It changes nothing in the image.

<!-- not in lower-case: there the two are the same -->

## Bad

\`\`\`dockerfile bad
FROM golang:1.25 as build
RUN go build .
FROM alpine:3.22 As final
USER nobody
\`\`\`

\`\`\`text findings
1:18: info: \`as\` is not in the case of \`FROM\`.
3:18: info: \`As\` is not in the case of \`FROM\`.
\`\`\`

\`\`\`dockerfile fixed
FROM golang:1.25 AS build
RUN go build .
FROM alpine:3.22 AS final
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM golang:1.25 AS build
from alpine:3.22 as final
USER nobody
\`\`\`
`],["dockerfile/git-by-add","# Repositories are fetched by ADD\n\n`RUN git clone` has the same text each time, so that the build cache answers with the repository of the first build. ADD with the address of a repository asks for the commit each time and fetches only when it differs; it takes a tag or a commit behind `#`, keeps credentials out of the image, and needs no git in it. An opinion, which nobody is told unless they ask for it.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN git clone --depth 1 https://github.com/octo/shop.git /src\nUSER nobody\n```\n\n```text findings\n2:25: info: `git clone` runs once and then comes from the build cache, however old that is. `ADD https://github.com/octo/shop.git \u2026` looks whether the repository has changed, and the image needs no git.\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nADD https://github.com/octo/shop.git#v1.2.0 /src\nUSER nobody\n```\n"],["dockerfile/grouped-labels",`# Labels that stand together are one instruction

One LABEL with a key on each line says the same as many in less text, and the history of the image has one entry for them. Labels make no layers of their own, so that nothing else changes. A matter of taste, which nobody is told unless they ask for it.

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
LABEL org.opencontainers.image.licenses="MIT"
LABEL org.opencontainers.image.title="Shop"
USER nobody
\`\`\`

\`\`\`text findings
3:1: info: The instruction above sets labels, too: one LABEL can hold them all, one a line.
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22
LABEL org.opencontainers.image.licenses="MIT" \\
      org.opencontainers.image.title="Shop"
USER nobody
\`\`\`
`],["dockerfile/has-healthcheck",`# The image tells how to check its health

A process that runs is not a service that answers. With HEALTHCHECK Docker marks a container that hangs as unhealthy, Swarm replaces it, and Compose can wait for it. Kubernetes has probes of its own and ignores HEALTHCHECK, a command line tool needs none, and the base image may bring one that cannot be seen here:
that is why this is on in the preset \`strict\` only.

## Bad

\`\`\`dockerfile bad
FROM node:24.11-alpine
USER node
CMD ["node", "server.js"]
\`\`\`

\`\`\`text findings
1:1: info: This image has no HEALTHCHECK: Docker and Compose see a container of it that hangs as running, and nothing can wait until it is ready.
\`\`\`

## Good

\`\`\`dockerfile good
FROM node:24.11-alpine
HEALTHCHECK CMD wget -qO- http://localhost:8080/health || exit 1
USER node
CMD ["node", "server.js"]
\`\`\`

\`\`\`dockerfile good
FROM public.ecr.aws/lambda/nodejs:24
USER 1000
CMD ["app.handler"]
\`\`\`
`],["dockerfile/heredoc-for-long-run",`# Steps of several commands are heredocs

A heredoc is read like a script: one command a line, no \`&&\`, no backslashes, comments where they belong, and errors name their line. It needs BuildKit, and \`set -e\` in its first line, without which it goes on behind a command that fails. An opinion, which nobody is told unless they ask for it.

<!-- not in heredoc: that is what is asked for -->

## Bad

\`\`\`dockerfile bad
FROM debian:13.2-slim
RUN mkdir /app && addgroup app && chown :app /app
USER nobody
\`\`\`

\`\`\`text findings
2:1: info: Several commands hang together here: in a heredoc with \`set -e\` each has a line of its own, without \`&&\` and backslashes. It is the first such place of the stage.
\`\`\`

## Good

\`\`\`dockerfile good
FROM debian:13.2-slim
RUN <<EOF
set -e
mkdir /app
addgroup app
chown :app /app
EOF
USER nobody
\`\`\`
`],["dockerfile/heredoc-stops-at-errors",`# A script in a heredoc stops at errors

In \`RUN a && b\` a failure of the first command stops the build. In a heredoc the lines are a script, and a script goes on: only its last command decides. A download that fails in the second line is then found by whoever starts the container. \`set -e\` in the first line, a shell with \`-e\` in
\`#!\` or in SHELL, or \`&&\` between all commands stop it. An update of package lists in front of the install is fine: without its lists the install fails by itself. The fix makes builds fail that went on before.

## Bad

\`\`\`dockerfile bad
FROM debian:13.2-slim
RUN <<EOF
apt-get update
apt-get install -y --no-install-recommends curl
rm -rf /var/lib/apt/lists/*
EOF
USER nobody
\`\`\`

\`\`\`text findings
2:5: warning: Only the last command decides whether this RUN fails: when one in front of it does, the build goes on as if it had not.
\`\`\`

\`\`\`dockerfile fixed
FROM debian:13.2-slim
RUN <<EOF
set -e
apt-get update
apt-get install -y --no-install-recommends curl
rm -rf /var/lib/apt/lists/*
EOF
USER nobody
\`\`\`

\`\`\`dockerfile bad
FROM debian:13.2-slim
RUN <<-'EOF'
	#!/bin/bash
	cd /app
	make install
EOF
USER nobody
\`\`\`

\`\`\`text findings
2:5: warning: Only the last command decides whether this RUN fails: when one in front of it does, the build goes on as if it had not.
\`\`\`

\`\`\`dockerfile fixed
FROM debian:13.2-slim
RUN <<-'EOF'
	set -e
	#!/bin/bash
	cd /app
	make install
EOF
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM debian:13.2-slim
RUN <<EOF
set -eux
apt-get update
apt-get install -y --no-install-recommends curl
rm -rf /var/lib/apt/lists/*
EOF
RUN <<EOF
  mkdir /app && touch /app/a
EOF
RUN cat <<EOF > /app/settings
a = 1
b = 2
EOF
SHELL ["/bin/bash", "-eo", "pipefail", "-c"]
RUN <<EOF
make
make install
EOF
USER nobody
\`\`\`

\`\`\`dockerfile good
FROM debian:13.2-slim
RUN <<EOF
apt-get update
apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
EOF
USER nobody
\`\`\`
`],["dockerfile/indented-stages",`# Where there are several stages, a tab stands in front of what is in them, and nowhere else

Indented instructions show where a stage begins and ends. Tabs are what \`<<-\` takes away in front of the lines of a heredoc, so that those can be indented, too. A file of one stage has nothing to show. A style, which nobody is told unless they ask for it.

<!-- not in heredoc: the lines of a heredoc are indented only where \`<<-\` is written -->

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22 AS build
RUN /make
FROM alpine:3.22
	COPY --from=build /app /app
	USER nobody
\`\`\`

\`\`\`text findings
2:1: info: One tab in front of each instruction shows what belongs to which stage.
\`\`\`

\`\`\`dockerfile bad
FROM alpine:3.22
    COPY app /app
USER nobody
\`\`\`

\`\`\`text findings
2:5: info: Nothing is inside of anything here, so that blanks in front say nothing.
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22 AS build
	RUN /make
FROM alpine:3.22
	COPY --from=build /app /app
	USER nobody
\`\`\`

\`\`\`dockerfile good
FROM alpine:3.22
COPY app /app
USER nobody
\`\`\`
`],["dockerfile/isolated-run",`# Build steps run in their sandbox

BuildKit runs each RUN with few capabilities and its own network. \`--security=insecure\` and \`--network=host\` take that away, for commands that often run code from the internet. Builders have to allow both explicitly, and many do not.
Leave it where a step really starts containers or talks to a service on the host.

## Bad

\`\`\`dockerfile bad
FROM debian:13.2-slim
RUN --security=insecure ./bootstrap.sh
RUN --network=host --mount=type=cache,target=/root/.cache ./fetch.sh
USER nobody
\`\`\`

\`\`\`text findings
2:5: warning: \`--security=insecure\` gives this step all capabilities and no sandbox: whatever it downloads and runs can take over the machine that builds.
3:5: warning: \`--network=host\` lets this step reach everything that listens on the machine that builds, its internal addresses and cloud metadata included.
\`\`\`

\`\`\`dockerfile fixed
FROM debian:13.2-slim
RUN ./bootstrap.sh
RUN --mount=type=cache,target=/root/.cache ./fetch.sh
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM debian:13.2-slim
RUN --network=none ./test.sh
RUN --security=sandbox ./build.sh
USER nobody
\`\`\`
`],["dockerfile/keeps-supplementary-groups","# USER keeps the groups that the user was put into\n\n`USER name:group` gives the process exactly that group. The groups that `usermod -aG`, `useradd -G` or `adduser name group` added do not count then, and what they should open stays closed: a device, a socket, a shared folder. Without the group Docker takes all groups of the user.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN groupadd media \\\n    && useradd -r -G media,video app\nUSER app:app\n```\n\n```text findings\n4:9: warning: With a group behind its name the user has that group only: `app` was put into `media`, `video` above, and loses that here.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nRUN groupadd media \\\n    && useradd -r -G media,video app\nUSER app\n```\n\n```dockerfile bad\nFROM alpine:3.22 AS base\nRUN adduser -D app && addgroup app tty\nFROM base\nUSER app:app\n```\n\n```text findings\n4:9: warning: With a group behind its name the user has that group only: `app` was put into `tty` above, and loses that here.\n```\n\n```dockerfile fixed\nFROM alpine:3.22 AS base\nRUN adduser -D app && addgroup app tty\nFROM base\nUSER app\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nRUN useradd -r -G video app && useradd -r worker\nUSER worker:worker\nRUN id\nUSER app\n```\n"],["dockerfile/key-value-with-equals",'# ENV and LABEL are written with an equals sign\n\n`ENV NAME value` is the old form. It takes the rest of the line as one value, so a second `NAME=value` on the line is silently part of the first, and a blank before `=` puts the sign into the value. BuildKit warns of it at every build.\nThe fix keeps the value exactly as it was.\nIt is on in `strict` only: the old form still builds the same image, and projects that generate their files keep it.\n\n<!-- not in escape: the third example needs the escape character itself -->\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nENV PATH /opt/app/bin:$PATH\nENV GREETING hello world\nLABEL org.opencontainers.image.title The shop\nUSER nobody\n```\n\n```text findings\n2:5: info: `ENV PATH \u2026` without `=` is the old form, which BuildKit warns of: the rest of the line is one value, whatever it looks like.\n3:5: info: `ENV GREETING \u2026` without `=` is the old form, which BuildKit warns of: the rest of the line is one value, whatever it looks like.\n4:7: info: `LABEL org.opencontainers.image.title \u2026` without `=` is the old form, which BuildKit warns of: the rest of the line is one value, whatever it looks like.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nENV PATH=/opt/app/bin:$PATH\nENV GREETING="hello world"\nLABEL org.opencontainers.image.title="The shop"\nUSER nobody\n```\n\n```dockerfile bad\nFROM alpine:3.22\nENV PORT = 8080\nUSER nobody\n```\n\n```text findings\n2:5: info: The blank before `=` makes it a part of the value: `PORT` begins with an equals sign. Write `PORT=` without blanks.\n```\n\n```dockerfile bad\nFROM alpine:3.22\nENV MESSAGE it is "very  good"\nUSER nobody\n```\n\n```text findings\n2:5: info: `ENV MESSAGE \u2026` without `=` is the old form, which BuildKit warns of: the rest of the line is one value, whatever it looks like.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nENV MESSAGE=it\\ is\\ "very  good"\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nENV PATH=/opt/app/bin:$PATH GREETING="hello world"\nUSER nobody\n```\n'],["dockerfile/known-instructions",`# Every line begins with an instruction that exists

BuildKit stops at a word that is no instruction. Usually it is misspelt, or the line above has lost the character that continues it, so that
the middle of a command is read as an instruction. Where one known word is near, the fix writes it.

<!-- not in lower-case: the message shows the word as it is written -->

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
WROKDIR /app
USER nobody
\`\`\`

\`\`\`text findings
2:1: error: \`WROKDIR\` is no instruction, so the build stops here. It looks like \`WORKDIR\`.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
WORKDIR /app
USER nobody
\`\`\`

\`\`\`dockerfile bad
FROM alpine:3.22
RUN apk add --no-cache
    curl
USER nobody
\`\`\`

\`\`\`text findings
3:5: error: \`curl\` is no instruction, so the build stops here. If it belongs to the command above, that line lacks its continuation.
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22
WORKDIR /app
RUN apk add --no-cache \\
    curl
USER nobody
\`\`\`
`],["dockerfile/known-user-in-scratch",'# Users without /etc/passwd are numbers\n\nNames of users and groups are looked up in the image\'s `/etc/passwd` and `/etc/group`. An image that begins with `scratch` has neither, unless it is copied. Numbers need no look-up; 65532 is what distroless images use for an unprivileged user.\n\n## Bad\n\n```dockerfile bad\nFROM scratch\nCOPY --chown=app:app server /server\nUSER app\nENTRYPOINT ["/server"]\n```\n\n```text findings\n2:14: error: `scratch` has no /etc/passwd, so that nothing knows who `app:app` is, and the build stops here.\n3:6: error: `scratch` has no /etc/passwd, so that nothing knows who `app` is: the container does not start.\n```\n\n```dockerfile fixed\nFROM scratch\nCOPY --chown=65532:65532 server /server\nUSER 65532:65532\nENTRYPOINT ["/server"]\n```\n\n## Good\n\n```dockerfile good\nFROM golang:1.25 AS build\nRUN useradd app && go build -o /server .\n\nFROM scratch\nCOPY --from=build /etc/passwd /etc/passwd\nCOPY --from=build --chown=65532 /server /server\nUSER app\n```\n'],["dockerfile/known-variable-forms",'# Variables are written in a form that something reads\n\nBehind the name of a variable `:-`, `:+`, `:=` and `:?` have a meaning. In the commands of HEALTHCHECK and in what ONBUILD keeps, Docker replaces no variables: a shell does when the command runs, and any other form stops it there, when the image has long been built. In MAINTAINER nobody replaces anything. Other instructions are read when the image is built, and the rules `valid-dockerfile` and `no-bashisms` tell them.\n\n<!-- not in heredoc: none of these instructions has one -->\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nENV PORT=8080\nUSER nobody\nHEALTHCHECK CMD wget -q "http://localhost:${PORT:p}/"\nONBUILD CMD /app ${PORT:}\n```\n\n```text findings\n4:43: info: Docker replaces nothing here, and no shell of `sh`\'s kind knows `${PORT:p}`: it stops with "bad substitution".\n5:18: info: Docker replaces nothing here, and no shell of `sh`\'s kind knows `${PORT:}`: it stops with "bad substitution".\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nENV PORT=8080\nUSER nobody\nHEALTHCHECK CMD wget -q "http://localhost:${PORT:-80}/"\nCMD ["/app"]\n```\n'],["dockerfile/lines-between-kinds",`# An empty line stands between instructions of different kinds, and none between equal ones

Instructions of one kind that stand together, and an empty line before the next kind, show the parts of a file at a glance. SHELL, USER, WORKDIR and STOPSIGNAL may stand right beside what they are for. A style, which nobody is told unless they ask for it, and then at the first such place of a file.

<!-- not in heredoc: a RUN of another form is of another length, not of another kind -->

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22

ENV MODE=production

ENV PORT=8080
EXPOSE 8080
USER nobody
\`\`\`

\`\`\`text findings
5:1: info: An empty line is missing above this instruction, or is too much: those of one kind stand together, and apart from others. It is the first such place of the file.
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22

ENV MODE=production
# The port that the program listens on
ENV PORT=8080

USER nobody
\`\`\`
`],["dockerfile/lower-case-stage-names",`# Stage names are in lower case

BuildKit keeps the names of stages in lower case and warns of others. \`COPY --from\` finds them in any case, FROM only in lower case: \`FROM Base\` asks for an image.

## Bad

\`\`\`dockerfile bad
FROM golang:1.25 AS Build
RUN go build -o /app .

FROM alpine:3.22
COPY --from=Build /app /app
USER nobody
\`\`\`

\`\`\`text findings
1:21: info: The stage \`Build\` is called \`build\` by the builder.
\`\`\`

\`\`\`dockerfile fixed
FROM golang:1.25 AS build
RUN go build -o /app .

FROM alpine:3.22
COPY --from=Build /app /app
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM golang:1.25 AS build
RUN go build -o /app .

FROM alpine:3.22
COPY --from=build /app /app
USER nobody
\`\`\`
`],["dockerfile/max-lines",`# The file is short enough to understand

A long Dockerfile does many things, and a reader has to keep all of them in mind. Parts that several images share can be an image of their own, and long RUNs can be scripts that are copied and tested.
The rule is in no preset but \`all\`: how long is too long is a matter of taste, and of the option \`max\`. Several commands on one line count as several lines: joining them makes nothing easier to read. Lines that clean up and those of SHELL, USER, WORKDIR and STOPSIGNAL do not count: nobody should leave them out to stay below.

<!-- not in comments: lines of comments do not count -->
<!-- not in heredoc: a heredoc has more lines -->

## Bad

\`\`\`dockerfile bad options={"max":3}
FROM alpine:3.22
# not counted

RUN mkdir /a
RUN mkdir /b
RUN mkdir /c
USER nobody
\`\`\`

\`\`\`text findings
1:1: info: This file has more than 3 lines that are neither empty nor comments. Move what several images share to an image of their own, and long scripts to files.
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22
USER nobody
\`\`\`
`],["dockerfile/merged-copies",`# What goes to one place is copied at once

One COPY can take several sources. Two of them in a row with the same destination make two layers and say the same thing twice. Keep them apart where the first changes less often than the second and something expensive stands between: there the rule says nothing.

## Bad

\`\`\`dockerfile bad
FROM node:24.11-alpine
COPY package.json ./
COPY package-lock.json ./
COPY --chown=node a.txt /data
COPY --chown=node b.txt /data
USER node
\`\`\`

\`\`\`text findings
3:1: info: The instruction above copies to \`./\`, too: both could be one layer.
5:1: info: The instruction above copies to \`/data\`, too: both could be one layer.
\`\`\`

\`\`\`dockerfile fixed
FROM node:24.11-alpine
COPY package.json package-lock.json ./
COPY --chown=node a.txt /data
COPY --chown=node b.txt /data
USER node
\`\`\`

## Good

\`\`\`dockerfile good
FROM node:24.11-alpine
COPY package.json package-lock.json ./
RUN npm ci
COPY src ./
COPY --chown=node config ./
USER node
\`\`\`
`],["dockerfile/merged-runs",`# Consecutive RUNs are one

Each RUN makes a layer, and a layer keeps what it was given, even if the next one deletes it. Steps that belong together are better one RUN, joined with \`&&\`.
The rule is in \`strict\` only: several short RUNs cache better and are easier to read, and with BuildKit a layer more costs little. RUNs with several commands, or with other mounts, are left alone. No fix is offered for a RUN that downloads or installs: in a layer of its own the build's cache keeps that while the commands around it change.

<!-- not in heredoc: a step in a heredoc is one on purpose -->

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
RUN mkdir -p /data
RUN chown nobody /data
RUN cd /data && touch ready
USER nobody
\`\`\`

\`\`\`text findings
3:1: info: This RUN and the one above make two layers where one would do: what the first leaves behind and the second removes stays in the image.
4:1: info: This RUN and the one above make two layers where one would do: what the first leaves behind and the second removes stays in the image.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
RUN mkdir -p /data \\
    && chown nobody /data
RUN cd /data && touch ready
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22
RUN mkdir -p /data && chown nobody /data
COPY files /data
RUN --mount=type=cache,target=/cache ./fetch.sh
RUN ./build.sh
USER nobody
\`\`\`
`],["dockerfile/microdnf-yes","# microdnf is told to assume yes\n\nThe microdnf of Red Hat's minimal images takes `-y` and goes on without it, too. Since Fedora 39 the command is dnf5 under another name, which asks before it changes packages. With `-y` a file works with both.\n\n## Bad\n\n```dockerfile bad\nFROM registry.access.redhat.com/ubi9/ubi-minimal:9.6\nRUN microdnf install httpd && microdnf clean all\nUSER 1001\n```\n\n```text findings\n2:5: info: `microdnf install` has always gone on without asking; where it is dnf5 under another name, as in newer distributions, it asks, and the build stops.\n```\n\n```dockerfile fixed\nFROM registry.access.redhat.com/ubi9/ubi-minimal:9.6\nRUN microdnf install -y httpd && microdnf clean all\nUSER 1001\n```\n\n## Good\n\n```dockerfile good\nFROM registry.access.redhat.com/ubi9/ubi-minimal:9.6\nRUN microdnf install -y httpd && microdnf clean all\nUSER 1001\n```\n"],["dockerfile/no-admin-ports","# The image offers no way to log in from outside\n\nA container needs no SSH server: `docker exec` and `kubectl exec` give a shell to whoever may administer it. A server of that kind brings passwords or keys into the image and stays out of the orchestrator's log. Images whose purpose is remote access are the exception. The fix closes the port for `docker run -P`; take the server out of the image, too.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nEXPOSE 8080 22\nUSER nobody\n```\n\n```text findings\n2:13: warning: Port 22 is that of SSH: whoever gets in there is in the container past the application. `docker exec` needs no port.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nEXPOSE 8080\nUSER nobody\n```\n\n```dockerfile bad\nFROM debian:13.2-slim\nEXPOSE 3389/tcp\nUSER nobody\n```\n\n```text findings\n2:8: warning: Port 3389 is that of Remote Desktop: whoever gets in there is in the container past the application. `docker exec` needs no port.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nEXPOSE 8080 2222 22/udp\nUSER nobody\n```\n"],["dockerfile/no-bashisms",'# What /bin/sh runs is written for /bin/sh\n\nRUN, CMD and ENTRYPOINT in shell form are run by `/bin/sh`. In images of Debian and Ubuntu that is dash, in images of Alpine it is BusyBox\'s shell; neither is Bash. Some of what only Bash knows stops the build; the rest goes on\nwith something else than was meant, such as one folder called `{conf,data}`. Only images whose shell is known are looked at, and none where SHELL or a link chooses another one.\n\nWrite it for `sh`, or choose Bash with `SHELL ["/bin/bash", "-c"]`.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN mkdir -p /app/{conf,data} && if [ "$MODE" == debug ]; then echo -e "debug\\n" > /app/conf/mode; fi\nRUN source /etc/os-release && echo "$ID" > /app/conf/id\nUSER nobody\n```\n\n```text findings\n2:19: warning: `{conf,data}` is Bash, but `/bin/sh` of this image is dash: it is one word there, braces and all.\n2:47: warning: `==` is Bash, but `/bin/sh` of this image is dash: `[` stops there with an error.\n2:69: warning: `echo -e` is Bash, but `/bin/sh` of this image is dash: it prints `-e`, too.\n3:5: warning: `source` is Bash, but `/bin/sh` of this image is dash: there is no such command there.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nRUN mkdir -p /app/{conf,data} && if [ "$MODE" = debug ]; then echo "debug\\n" > /app/conf/mode; fi\nRUN . /etc/os-release && echo "$ID" > /app/conf/id\nUSER nobody\n```\n\n```dockerfile bad\nFROM python:3.13-slim\nRUN if [[ -n "$EXTRA" ]]; then pip install --no-cache-dir "${EXTRA//,/ }"; fi\nRUN /app/setup &> /var/log/setup.log\nUSER nobody\n```\n\n```text findings\n2:8: warning: `[[` is Bash, but `/bin/sh` of this image is dash: there is no such command there.\n2:60: warning: `${EXTRA//,/ }` is Bash, but `/bin/sh` of this image is dash: it is a syntax error there.\n3:16: warning: `&>` is Bash, but `/bin/sh` of this image is dash: it starts the command in the background there, and its messages go elsewhere.\n```\n\n```dockerfile bad\nFROM node:24.11-alpine\nRUN names=(a b) && mkdir -p /app/{conf,data}\nUSER node\n```\n\n```text findings\n2:5: warning: `names=(a b)` is Bash, but `/bin/sh` of this image is BusyBox\'s shell: it is a syntax error there.\n2:34: warning: `{conf,data}` is Bash, but `/bin/sh` of this image is BusyBox\'s shell: it is one word there, braces and all.\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim AS build\nSHELL ["/bin/bash", "-c"]\nRUN source /etc/os-release && mkdir -p /app/{conf,data}\nFROM alpine:3.22\nRUN if [[ -n "$EXTRA" ]]; then echo -e "${EXTRA//,/ }\\n"; fi && bash -c \'source /etc/os-release && mkdir /{a,b}\'\nRUN find /app -name \'*.pyc\' -exec rm {} + && awk \'{print $1,$2}\' /etc/passwd\nCOPY --from=build /app /app\nUSER nobody\n```\n\n```dockerfile good\nFROM fedora:43\nRUN source /etc/os-release && mkdir -p /app/{conf,data}\nUSER nobody\n```\n'],["dockerfile/no-build-tools-in-image",`# Tools that only build are not in the image

Compilers, headers and package managers of languages make images several times as large, and hand whoever breaks in the tools to go on. With two stages the first builds and the second only runs what was built. Tools that are removed again in the RUN that installed them leave nothing behind.
The rule is in \`strict\` only, because images for development, and programs that compile when they run, need the tools.

## Bad

\`\`\`dockerfile bad
FROM golang:1.25
WORKDIR /src
COPY go.mod main.go ./
RUN go build -o /app .
USER nobody
CMD ["/app"]
\`\`\`

\`\`\`text findings
1:6: info: \`golang:1.25\` brings compilers and headers that nobody needs who only runs the image: more to download, and more to break in with. Build in a stage of its own, and copy the result to a smaller image.
\`\`\`

\`\`\`dockerfile bad
FROM python:3.13-slim
RUN apt-get update \\
    && apt-get install -y --no-install-recommends build-essential libpq5 \\
    && rm -rf /var/lib/apt/lists/*
USER nobody
CMD ["python", "app.py"]
\`\`\`

\`\`\`text findings
3:51: info: \`build-essential\` is only needed to build, and stays in the image. Build in a stage of its own and copy the result, or remove it in the same RUN.
\`\`\`

## Good

\`\`\`dockerfile good
FROM golang:1.25 AS build
RUN go build -o /app .

FROM alpine:3.22
RUN apk add --no-cache --virtual .build gcc musl-dev \\
    && ./compile.sh \\
    && apk del .build
COPY --from=build /app /app
USER nobody
CMD ["/app"]
\`\`\`
`],["dockerfile/no-bundler-again",`# Bundler is not installed over the one that Ruby brings

The official images of Ruby bring Bundler. Since 2.3 it reads \`BUNDLED WITH\` in Gemfile.lock and goes on with that version. Installing it again adds a layer and a second version, and without a version the newest one, which may refuse an older Ruby.

## Bad

\`\`\`dockerfile bad
FROM ruby:3.4-slim
RUN gem install bundler
USER nobody
\`\`\`

\`\`\`text findings
2:17: info: \`ruby:3.4-slim\` brings Bundler, which since 2.3 switches to the version that Gemfile.lock names by itself.
\`\`\`

## Good

\`\`\`dockerfile good
FROM ruby:3.4-slim
RUN bundle install
USER nobody
\`\`\`
`],["dockerfile/no-caches-in-any-stage",`# Stages that are not shipped keep no package cache either

Layers of a stage that the final image is not built on never reach it, so that what a package manager leaves there costs no user anything; the rules on single package managers are silent about them for this reason. It does cost space where builds are cached: on build machines, and in a registry with \`--cache-to\`. Who counts that turns this rule on.

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22 AS build
RUN apk add make
RUN make /app

FROM alpine:3.22
COPY --from=build /app /app
USER nobody
\`\`\`

\`\`\`text findings
2:5: info: What is downloaded about repositories stays in a layer of this stage. The final image does not get it; the build cache, and a registry that keeps one, do.
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22 AS build
RUN apk add --no-cache make
RUN make /app

FROM alpine:3.22
COPY --from=build /app /app
USER nobody
\`\`\`
`],["dockerfile/no-cd-in-run","# RUN never changes its directory\n\nA RUN that goes from folder to folder has to be read from its beginning to know where a command runs, and with `;` instead of `&&` a `cd` that fails leaves the rest to run in the wrong place. Where one WORKDIR can take the place of the `cd`, `workdir-instead-of-cd` says so; this rule asks for the rest as well, also for sources that are built and deleted in a temporary folder, where `cd` is usual. An opinion, which nobody is told\nunless they ask for it.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN mkdir /src && cd /src && make install && cd / && rm -r /src\nUSER nobody\n```\n\n```text findings\n2:19: info: This RUN goes to `/src` in the middle of its commands: what comes behind runs somewhere else than what stands in front. Options such as `git -C` and `make -C`, or a RUN of its own behind a WORKDIR, keep one place.\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nRUN mkdir /src && make -C /src install && rm -r /src\nUSER nobody\n```\n"],["dockerfile/no-constant-platform",`# FROM does not fix the platform

\`docker build --platform\` says for which platform an image is made. A constant in FROM overrules it, so that the result is for another platform than its label says. Use \`$BUILDPLATFORM\` for stages whose tools run during the build, and nothing for the others. Images that exist for one platform only are an exception; a stage that has the platform in its name is left alone.

<!-- not in escape: that variant says a constant platform itself -->

## Bad

\`\`\`dockerfile bad
FROM --platform=linux/amd64 alpine:3.22
USER nobody
\`\`\`

\`\`\`text findings
1:6: info: \`linux/amd64\` is built whatever platform is asked for: the image runs only there, or slowly under emulation.
\`\`\`

## Good

\`\`\`dockerfile good
FROM --platform=$BUILDPLATFORM golang:1.25 AS build
RUN go version

FROM --platform=linux/arm64 alpine:3.22 AS tools-arm64
FROM alpine:3.22
USER nobody
\`\`\`
`],["dockerfile/no-cuda-again","# CUDA is not installed over the CUDA of the base image\n\nThe images of `nvidia/cuda`, and those of PyTorch and TensorFlow for GPUs, bring the libraries of CUDA in the version of their tag. Installing them again from a package adds gigabytes, and which of the two copies a program loads depends on search paths. What a variant lacks, such as the compiler in `-runtime`, is no copy: it is not told.\n\n## Bad\n\n```dockerfile bad\nFROM nvidia/cuda:12.9.1-cudnn-devel-ubuntu24.04\nRUN apt-get update && apt-get install -y --no-install-recommends cuda-toolkit-12-9 && rm -rf /var/lib/apt/lists/*\nUSER nobody\n```\n\n```text findings\n2:66: info: `cuda-toolkit-12-9` is installed although `nvidia/cuda:12.9.1-cudnn-devel-ubuntu24.04` brings CUDA: two copies are in the image, and which one is loaded depends on search paths.\n```\n\n```dockerfile bad\nFROM nvidia/cuda:12.9.1-cudnn-runtime-ubuntu24.04\nRUN conda install -y cudatoolkit=12.1\nUSER nobody\n```\n\n```text findings\n2:22: info: `cudatoolkit=12.1` is installed although `nvidia/cuda:12.9.1-cudnn-runtime-ubuntu24.04` brings CUDA: two copies are in the image, and which one is loaded depends on search paths.\n```\n\n## Good\n\n```dockerfile good\nFROM nvidia/cuda:12.9.1-cudnn-devel-ubuntu24.04\nRUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*\nUSER nobody\n```\n\n```dockerfile good\nFROM nvidia/cuda:12.9.1-runtime-ubuntu24.04\nRUN apt-get update && apt-get install -y --no-install-recommends cuda-nvcc-12-9 && rm -rf /var/lib/apt/lists/*\nUSER nobody\n```\n"],["dockerfile/no-debug-env",'# The image does not run in debug mode\n\nIn debug mode a framework shows stack traces, source code and settings to whoever meets an error, and some open a console on the page. An ENV in the image holds wherever nobody sets another value. Stages and files that are for development by their name (`dev`, `debug`, `test`, `local`) are not looked at, nor are\nstages that are not in the final image.\n\n## Bad\n\n```dockerfile bad\nFROM python:3.13-slim\nENV FLASK_ENV=development FLASK_DEBUG=1\nUSER nobody\n```\n\n```text findings\n2:5: warning: `FLASK_ENV=development` runs the program in debug mode: it may show source code and settings to whoever meets an error, and some frameworks then run code that a visitor sends.\n2:27: warning: `FLASK_DEBUG=1` runs the program in debug mode: it may show source code and settings to whoever meets an error, and some frameworks then run code that a visitor sends.\n```\n\n```dockerfile fixed\nFROM python:3.13-slim\nENV FLASK_ENV=production FLASK_DEBUG=0\nUSER nobody\n```\n\n```dockerfile bad\nFROM node:24.11-alpine\nENV NODE_ENV="development" SHOP_ENVIRONMENT=dev\nUSER node\n```\n\n```text findings\n2:5: warning: `NODE_ENV=development` runs the program in debug mode: it may show source code and settings to whoever meets an error, and some frameworks then run code that a visitor sends.\n2:28: warning: `SHOP_ENVIRONMENT=dev` runs the program in debug mode: it may show source code and settings to whoever meets an error, and some frameworks then run code that a visitor sends.\n```\n\n```dockerfile fixed\nFROM node:24.11-alpine\nENV NODE_ENV=production SHOP_ENVIRONMENT=dev\nUSER node\n```\n\n## Good\n\n```dockerfile good\nFROM node:24.11-alpine AS dev\nENV NODE_ENV=development\nFROM node:24.11-alpine\nENV NODE_ENV=production DEBUG=false\nCOPY --from=dev /app /app\nUSER node\n```\n'],["dockerfile/no-denied-packages",'# The image has no package that the settings forbid\n\nEach service in an image is one that may be broken into and has to be kept up to date. The list begins with servers for remote access, which `docker exec` and `kubectl exec` make superfluous; the option `packages` replaces it by yours, such as compilers or network tools. Stages that are not in the final image are not looked at.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl openssh-server=1:10.0p1-7 && rm -rf /var/lib/apt/lists/*\nUSER nobody\n```\n\n```text findings\n2:71: warning: `openssh-server` has no place in a container: it is one more service to break into, and `docker exec` needs none.\n```\n\n```dockerfile bad options={"packages":["gcc"]}\nFROM alpine:3.22\nRUN apk add --no-cache gcc\nUSER nobody\n```\n\n```text findings\n2:24: warning: `gcc` has no place in a container: it is one more service to break into, and `docker exec` needs none.\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nRUN apk add --no-cache openssh-client\nUSER nobody\n```\n'],["dockerfile/no-empty-command",'# CMD and ENTRYPOINT name a command\n\nDocker takes a CMD or ENTRYPOINT with nothing behind it and gives an empty text to the shell: a container ends as soon as it has started. Most often the command has been lost, behind a comment or in an edit. Who wants to take back what the base image starts writes `CMD []` or `ENTRYPOINT []`.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nUSER nobody\nENTRYPOINT\n```\n\n```text findings\n3:1: warning: `ENTRYPOINT` has no command: containers start a shell that has nothing to do. `ENTRYPOINT []` takes back what the base image starts.\n```\n\n```dockerfile bad\nFROM alpine:3.22\nONBUILD CMD\nUSER nobody\n```\n\n```text findings\n2:9: warning: `CMD` has no command: containers start a shell that has nothing to do. `CMD []` takes back what the base image starts.\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nUSER nobody\nENTRYPOINT []\nCMD ["sleep", "60"]\n```\n'],["dockerfile/no-empty-continuation",`# Continued instructions have no empty lines

An empty line between continued lines is still part of the instruction, although it looks like its end. BuildKit warns that it will refuse such files one day. A line with only \`#\` separates as well.

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
RUN apk add --no-cache \\

    curl \\

    git
USER nobody
\`\`\`

\`\`\`text findings
3:1: warning: The \`RUN\` goes on below this empty line, although it looks finished. BuildKit warns that it will refuse this.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
RUN apk add --no-cache \\
    curl \\
    git
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22
RUN apk add --no-cache \\
    # tools
    curl \\
    git

USER nobody
\`\`\`
`],["dockerfile/no-empty-stage-source",`# Files are copied from stages that have files

A stage that begins with \`scratch\` and neither copies nor adds anything has no file at all. Copying from it fails, whatever the path. Usually the instruction that fills the stage was lost, or another stage was meant.

## Bad

\`\`\`dockerfile bad
FROM golang:1.25 AS build
RUN go build -o /app .

FROM scratch AS release
LABEL stage=release

FROM alpine:3.22
COPY --from=release /app /app
USER nobody
\`\`\`

\`\`\`text findings
8:13: error: The stage \`release\` begins with \`scratch\` and gets no file, so that there is nothing to copy from it and the build stops here.
\`\`\`

## Good

\`\`\`dockerfile good
FROM golang:1.25 AS build
RUN go build -o /app .

FROM scratch AS release
COPY --from=build /app /app

FROM alpine:3.22
COPY --from=release /app /app
USER nobody
\`\`\`
`],["dockerfile/no-fixed-gpus","# Which GPUs a container gets is not written into the image\n\nThe numbers of GPUs, and more so their identifiers, are those of one machine. An image that names them finds none, or the wrong ones, on another, and hides those that a scheduler has given to the container. `--gpus` and Compose's device reservations choose when the container starts.\n\n## Bad\n\n```dockerfile bad\nFROM python:3.13-slim\nENV CUDA_VISIBLE_DEVICES=0,1\nUSER nobody\n```\n\n```text findings\n2:5: warning: `CUDA_VISIBLE_DEVICES=0,1` chooses GPUs of one machine in an image that runs on many. Choose when the container starts: `docker run --gpus`, or `deploy.resources` in Compose.\n```\n\n```dockerfile bad\nFROM nvidia/cuda:12.9.1-runtime-ubuntu24.04\nENV NVIDIA_VISIBLE_DEVICES=all\nUSER nobody\n```\n\n```text findings\n2:5: warning: `nvidia/cuda:12.9.1-runtime-ubuntu24.04` sets `NVIDIA_VISIBLE_DEVICES=all` already.\n```\n\n## Good\n\n```dockerfile good\nFROM python:3.13-slim\nENV NVIDIA_VISIBLE_DEVICES=all\nUSER nobody\n```\n"],["dockerfile/no-flattened-image",`# No image is flattened into one layer

\`FROM scratch\` with \`COPY --from=build / /\` makes one layer of all files. That hides what earlier layers deleted, and some like it for this. It also costs: the layers of the base image are no longer shared with other images or kept between versions, so that every push and pull moves all of it, and settings such as ENV, USER, WORKDIR and CMD have to be written again. An opinion, which
nobody is told unless they ask for it.

## Bad

\`\`\`dockerfile bad
FROM debian:13.2-slim AS build
RUN make install

FROM scratch
COPY --from=build / /
USER nobody
\`\`\`

\`\`\`text findings
5:19: info: All files of \`build\` become one layer that no other image shares, and its ENV, USER, WORKDIR and CMD are lost. Build on it with FROM, or copy what is needed.
\`\`\`

## Good

\`\`\`dockerfile good
FROM debian:13.2-slim AS build
RUN make install

FROM scratch
COPY --from=build /usr/local/bin/app /app
USER 65532
\`\`\`
`],["dockerfile/no-full-upgrade","# Packages of the base image are upgraded with the base image\n\nOfficial base images are rebuilt when one of their packages has a security fix, so pulling a newer one brings it, tested as a whole. An upgrade in the build stores every changed package a second time and gives another image each day, as far as the\nbuild cache lets it run at all. Some maintainers upgrade on purpose, because their base image is rebuilt rarely: that is why this is on in the preset `strict` only. Upgrades of named packages, and of security fixes alone, are not looked at.\nThe fix takes the upgrade away, so that packages stay as the base image has them.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN apt-get update \\\n    && apt-get upgrade -y \\\n    && apt-get install -y --no-install-recommends curl \\\n    && rm -rf /var/lib/apt/lists/*\nUSER nobody\n```\n\n```text findings\n3:8: info: `upgrade` replaces packages of the base image by whatever is newest on the day of the build: the image grows by all of them and differs from the next one.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nRUN apt-get update \\\n    && apt-get install -y --no-install-recommends curl \\\n    && rm -rf /var/lib/apt/lists/*\nUSER nobody\n```\n\n```dockerfile bad\nFROM fedora:43\nRUN dnf upgrade -y && dnf install -y git && dnf clean all\nUSER nobody\n```\n\n```text findings\n2:5: info: `upgrade` replaces packages of the base image by whatever is newest on the day of the build: the image grows by all of them and differs from the next one.\n```\n\n```dockerfile fixed\nFROM fedora:43\nRUN dnf install -y git && dnf clean all\nUSER nobody\n```\n\n```dockerfile bad\nFROM opensuse/leap:16.0\nRUN zypper -n dup && zypper clean --all\nUSER nobody\n```\n\n```text findings\n2:5: info: `dup` replaces packages of the base image by whatever is newest on the day of the build: the image grows by all of them and differs from the next one.\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nRUN apk upgrade --no-cache libssl3\nUSER nobody\n```\n"],["dockerfile/no-gpu-queries",'# No build asks for a GPU\n\nBuilds get no GPUs: `nvidia-smi` is not there, and `torch.cuda.is_available()` says no. A check in a RUN therefore fails, or passes and proves nothing, and a choice that depends on it is made for a machine without a GPU. Check when the container starts.\n\n## Bad\n\n```dockerfile bad\nFROM nvidia/cuda:12.9.1-runtime-ubuntu24.04\nRUN nvidia-smi\nRUN python3 -c "import torch; assert torch.cuda.is_available()"\nUSER nobody\n```\n\n```text findings\n2:5: info: `nvidia-smi` asks for a GPU, which a build does not have: it fails here, or settles something for a machine without one.\n3:5: info: `torch.cuda.is_available` asks for a GPU, which a build does not have: it fails here, or settles something for a machine without one.\n```\n\n## Good\n\n```dockerfile good\nFROM nvidia/cuda:12.9.1-runtime-ubuntu24.04\nRUN python3 -c "import torch; print(torch.version.cuda)"\nUSER nobody\n```\n'],["dockerfile/no-gpu-runtime-in-image","# The container runtime for GPUs is installed on the host\n\n`nvidia-container-toolkit` and its relatives teach the container engine to hand GPUs over to containers. They belong to the host. In an image they only take space; the driver's libraries are put into a container when it starts.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN apt-get update && apt-get install -y --no-install-recommends nvidia-container-toolkit && rm -rf /var/lib/apt/lists/*\nUSER nobody\n```\n\n```text findings\n2:66: warning: `nvidia-container-toolkit` is what the engine of the host needs to give GPUs to containers. Inside of a container it does nothing.\n```\n\n## Good\n\n```dockerfile good\nFROM nvidia/cuda:12.9.1-runtime-ubuntu24.04\nUSER nobody\n```\n"],["dockerfile/no-ignored-failures",'# Commands of a RUN are joined so that a failure stops it\n\nWith `;` the shell goes on whatever became of the command before, and only the last one decides whether the RUN fails. The layer is kept, and with it the build cache keeps the failure. `&&` between them or `set -e` in front of them stops the RUN. Where a failure does not matter, `|| true` says so.\n\n<!-- not in heredoc: there `heredoc-stops-at-errors` tells it -->\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nRUN make -C /app; make -C /app install\nUSER nobody\n```\n\n```text findings\n2:17: info: Behind `;` the build goes on when what stands before it has failed.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nRUN make -C /app \\\n    && make -C /app install\nUSER nobody\n```\n\n```dockerfile bad\nFROM alpine:3.22\nRUN cd /app ;\\\n    make install ;\\\n    rm -rf /tmp/*\nUSER nobody\n```\n\n```text findings\n2:13: info: Behind `;` the build goes on when what stands before it has failed.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nRUN cd /app &&\\\n    make install &&\\\n    rm -rf /tmp/*\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nRUN set -e; make -C /app; make -C /app install\nRUN make -C /app && make -C /app install; \nRUN for target in a b; do make "$target"; done\nRUN make -C /app test || true; make -C /app install\nRUN echo "installing"; make -C /app install\nUSER nobody\n```\n'],["dockerfile/no-install-recommends",`# apt-get installs without recommended packages

On Debian and Ubuntu apt-get also installs what a package recommends: documentation tools, mail programs, sometimes whole desktops. They make the image larger
and bring vulnerabilities of programs that nobody calls. Without them something may be missing that was used by chance, so build and test after the change. Stages whose layers are not
in the final image are not looked at.

## Bad

\`\`\`dockerfile bad
FROM debian:13.2-slim
RUN apt-get update \\
    && apt-get install -y git \\
    && rm -rf /var/lib/apt/lists/*
USER nobody
\`\`\`

\`\`\`text findings
3:8: info: \`install\` also installs all that its packages recommend, which nobody asked for and which stays in the image.
\`\`\`

\`\`\`dockerfile fixed
FROM debian:13.2-slim
RUN apt-get update \\
    && apt-get install -y --no-install-recommends git \\
    && rm -rf /var/lib/apt/lists/*
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM debian:13.2 AS build
RUN apt-get update && apt-get install -y build-essential && make
FROM debian:13.2-slim
RUN apt-get update \\
    && apt-get install -y --no-install-recommends git \\
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
USER nobody
\`\`\`
`],["dockerfile/no-labels-of-buildx",`# What only the build can know is labelled by the build

Which commit an image was built from, and by which file, is known when it is built. Buildx writes both as labels where \`BUILDX_GIT_LABELS\` is set; a line in the file says the same, or is wrong, as soon as somebody forgets the argument. Who builds with other tools passes the commit as an argument, and has no use for this rule: nobody is told unless they ask for it.

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
ARG COMMIT
LABEL org.opencontainers.image.revision="$COMMIT"
USER nobody
\`\`\`

\`\`\`text findings
3:7: info: \`org.opencontainers.image.revision\` depends on the checkout that is built, which this file cannot know. Buildx sets it with \`BUILDX_GIT_LABELS=1\`.
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22
LABEL org.opencontainers.image.title="Shop" \\
      org.opencontainers.image.source="https://github.com/example/shop"
USER nobody
\`\`\`
`],["dockerfile/no-linux-flags-on-windows",`# Windows images are built without flags of Linux

Owners and modes of Linux files mean nothing to Windows: \`--chown\` and \`--chmod\` are accepted and ignored, so that files are not protected as they seem to be. Set access with \`icacls\` in a RUN. Mounts of RUN need a Linux builder and stop the build.

<!-- not in escape: that variant adds a platform, which here is the wrong one -->

## Bad

\`\`\`dockerfile bad
FROM mcr.microsoft.com/windows/nanoserver:ltsc2025
COPY --chown=app app.exe C:/app/
RUN --mount=type=cache,target=C:/cache app.exe --setup
USER ContainerUser
\`\`\`

\`\`\`text findings
2:6: warning: \`--chown=app\` has no effect in a Windows image, which keeps no owners and modes of Linux.
3:5: warning: \`--mount=type=cache,target=C:/cache\` does not work in a Windows container: mounts of RUN are made by Linux, and the build stops here.
\`\`\`

\`\`\`dockerfile fixed
FROM mcr.microsoft.com/windows/nanoserver:ltsc2025
COPY app.exe C:/app/
RUN --mount=type=cache,target=C:/cache app.exe --setup
USER ContainerUser
\`\`\`

## Good

\`\`\`dockerfile good
FROM mcr.microsoft.com/windows/nanoserver:ltsc2025
COPY app.exe C:/app/
RUN icacls C:\\app /grant ContainerUser:R
USER ContainerUser
\`\`\`

\`\`\`dockerfile good
FROM debian:13.2-slim AS windows-build
COPY --chown=nobody app /app
USER nobody
\`\`\`
`],["dockerfile/no-logins-in-build",`# No build step leaves a login behind

Logging in writes tokens or keys to the home directory, and a RUN keeps what it writes. Most tools read credentials from a file or a variable instead: mount the file, or the variable, into the step that needs it.
A step that logs out again, removes the files, or has a secret mount, is fine.

## Bad

\`\`\`dockerfile bad
FROM debian:13.2-slim
ARG KEY_FILE
RUN gcloud auth activate-service-account --key-file="$KEY_FILE" && gcloud storage cp gs://octo/model.bin /model.bin
RUN aws configure set aws_secret_access_key "$1"
USER nobody
\`\`\`

\`\`\`text findings
3:5: warning: \`gcloud auth activate-service-account\` writes credentials into this layer, for everybody who can pull the image. Give them to the one step that needs them with \`--mount=type=secret\`.
4:5: warning: \`aws configure set aws_secret_access_key\` writes credentials into this layer, for everybody who can pull the image. Give them to the one step that needs them with \`--mount=type=secret\`.
\`\`\`

## Good

\`\`\`dockerfile good
FROM debian:13.2-slim
RUN --mount=type=secret,id=gcp gcloud auth activate-service-account --key-file=/run/secrets/gcp
RUN az login --identity && az acr list && az logout
RUN aws configure set region eu-west-1
USER nobody
\`\`\`
`],["dockerfile/no-lone-updates","# A RUN that updates packages installs some, too\n\nThe build cache keeps a RUN for as long as its text stays the same. An update that stands alone is done on the day of the first build and then comes from the cache, also when an install below it is changed months later. The result depends on the age of a cache that nobody sees, and the layer holds lists and packages\nthat the next one replaces. This rule asks for one RUN; whether to upgrade at all is asked by `no-full-upgrade`, and lists of apt, apk and pacman that later installs rely on are told by `update-with-install`.\n\n## Bad\n\n```dockerfile bad\nFROM registry.opensuse.org/opensuse/leap:15.6\nRUN zypper refresh\nRUN zypper --non-interactive install nginx && zypper clean --all\nUSER nginx\n```\n\n```text findings\n2:5: info: `zypper refresh` stands alone in its RUN, which the build cache keeps: it is done once, and not again when a later RUN installs something.\n```\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN apt-get upgrade -y\nUSER nobody\n```\n\n```text findings\n2:5: info: `apt-get upgrade` stands alone in its RUN, which the build cache keeps: it is done once, and not again when a later RUN installs something.\n```\n\n## Good\n\n```dockerfile good\nFROM registry.opensuse.org/opensuse/leap:15.6\nRUN zypper refresh && zypper --non-interactive install nginx && zypper clean --all\nUSER nginx\n```\n"],["dockerfile/no-lost-environment",`# What a RUN sets in its shell is used in that RUN

Each RUN starts a shell of its own, and what it exports, defines or activates is gone with it. A variable that is exported as the last thing of a RUN reaches nothing; a virtual environment that is activated there is not the one that the next RUN installs into.
What later commands of the same RUN use is fine. With the fix the variable is part of the image.

<!-- not in heredoc: what a script exports is no instruction yet, so that there is no fix -->

## Bad

\`\`\`dockerfile bad
FROM golang:1.26
RUN export CGO_ENABLED=0
RUN go build -o /app .
USER nobody
\`\`\`

\`\`\`text findings
2:5: warning: \`export CGO_ENABLED\` stands at the end of its RUN, and ends with it: the next instruction starts a new shell, which knows nothing of it. ENV sets a variable for all that follows, and for the container.
\`\`\`

\`\`\`dockerfile fixed
FROM golang:1.26
ENV CGO_ENABLED=0
RUN go build -o /app .
USER nobody
\`\`\`

\`\`\`dockerfile bad
FROM python:3.14-slim
RUN python -m venv /venv && . /venv/bin/activate
RUN pip install --no-cache-dir -r requirements.txt
USER nobody
\`\`\`

\`\`\`text findings
2:29: warning: \`. /venv/bin/activate\` stands at the end of its RUN, and ends with it: the next instruction starts a new shell, which knows nothing of it. Set \`PATH\` with ENV so that it begins with that folder.
\`\`\`

## Good

\`\`\`dockerfile good
FROM python:3.14-slim
ENV PATH=/venv/bin:$PATH
RUN export PIP_NO_INPUT=1 && python -m venv /venv
RUN . /venv/bin/activate && pip install --no-cache-dir -r requirements.txt
RUN . /etc/os-release
USER nobody
\`\`\`
`],["dockerfile/no-maintainer",'# A label names the authors, not MAINTAINER\n\nMAINTAINER has been deprecated since 2017. It sets a field of its own that registries and scanners do not show; the label `org.opencontainers.image.authors` is what they read.\n\n<!-- not in escape: the label needs the escape character itself -->\n\n<!-- not in lower-case: the second example has letters in its text -->\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nMAINTAINER Octo Cat <octo@example.com>\nUSER nobody\n```\n\n```text findings\n2:1: info: `MAINTAINER` is deprecated, and tools that read image labels do not see it.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nLABEL org.opencontainers.image.authors="Octo Cat <octo@example.com>"\nUSER nobody\n```\n\n```dockerfile bad\nFROM alpine:3.22\nMAINTAINER "The \\"Shop\\" team, $5"\nUSER nobody\n```\n\n```text findings\n2:1: info: `MAINTAINER` is deprecated, and tools that read image labels do not see it.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nLABEL org.opencontainers.image.authors="The \\"Shop\\" team, \\$5"\nUSER nobody\n```\n\n```dockerfile bad\nFROM alpine:3.22\nMAINTAINER Ann <ann@example.com>\nMAINTAINER Bob <bob@example.com>\nUSER nobody\n```\n\n```text findings\n2:1: info: `MAINTAINER` is deprecated, and tools that read image labels do not see it.\n3:1: info: `MAINTAINER` is deprecated, and tools that read image labels do not see it.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nLABEL org.opencontainers.image.authors="Bob <bob@example.com>"\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nLABEL org.opencontainers.image.authors="Octo Cat <octo@example.com>"\nUSER nobody\n```\n'],["dockerfile/no-misleading-pip-cache",'# PIP_NO_CACHE_DIR says what it does\n\nEarly versions of pip read this variable the wrong way round, and people wrote `off` or `0` to turn the cache off. For their sake pip has taken every value since for "no cache". Readers do not know that, and other linters believe that the cache is kept. `1` means the same to everybody. Who wants the cache leaves the variable out.\n\n## Bad\n\n```dockerfile bad\nFROM python:3.13-slim\nENV PIP_NO_CACHE_DIR=off\nRUN pip install --require-hashes -r requirements.txt\nUSER nobody\n```\n\n```text findings\n2:22: info: `PIP_NO_CACHE_DIR=off` reads as if pip kept its cache. It does not: pip turns the cache off whatever the value is.\n```\n\n```dockerfile fixed\nFROM python:3.13-slim\nENV PIP_NO_CACHE_DIR=1\nRUN pip install --require-hashes -r requirements.txt\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM python:3.13-slim\nENV PIP_NO_CACHE_DIR=1\nRUN pip install --require-hashes -r requirements.txt\nUSER nobody\n```\n'],["dockerfile/no-multi-spaces-in-commands",`# One blank parts the words of a command

More than one blank between two words says nothing to a shell. Some align what stands below each other with them, which is why nobody is told unless they ask for it; the rule \`no-multi-spaces\` looks at what no shell reads.

<!-- not in heredoc: the lines of a script may be aligned -->

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
RUN mkdir  /app &&  touch /app/ready
USER nobody
\`\`\`

\`\`\`text findings
2:10: info: 2 blanks stand where one does.
2:19: info: 2 blanks stand where one does.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
RUN mkdir /app && touch /app/ready
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22
RUN mkdir /app && echo "a  b" > /app/ready
USER nobody
\`\`\`
`],["dockerfile/no-multi-spaces",`# One blank parts a keyword from what follows

Blanks in a row are mostly left over from an edit, and searching for \`COPY package.json\` does not find them. Inside of shell commands, where people align things, they are left alone.

<!-- not in heredoc: there the blanks are the script's -->

## Bad

\`\`\`dockerfile bad
FROM  alpine:3.22
COPY --chown=nobody   a.txt  /data/
RUN   mkdir   /x
USER nobody
\`\`\`

\`\`\`text findings
1:5: info: 2 blanks stand where one does.
2:20: info: 3 blanks stand where one does.
2:28: info: 2 blanks stand where one does.
3:4: info: 3 blanks stand where one does.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
COPY --chown=nobody a.txt /data/
RUN mkdir   /x
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22
RUN mkdir -p  /data    && touch   /data/x
ENV A=1 \\
    B=2
USER nobody
\`\`\`
`],["dockerfile/no-multiple-empty-lines",`# At most one empty line stands between two others

An empty line parts what does not belong together. Several of them say no more, and push the rest out of sight. In heredocs they may belong to a file and are left alone.

<!-- not in escape: that variant puts a line at the beginning -->

## Bad

\`\`\`dockerfile bad

FROM alpine:3.22



RUN mkdir /data

USER nobody
\`\`\`

\`\`\`text findings
1:1: info: An empty line stands at the beginning.
4:1: info: 3 empty lines stand here in a row.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22

RUN mkdir /data

USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22

COPY <<EOF /note.md
one


two
EOF
USER nobody
\`\`\`
`],["dockerfile/no-passwordless-sudo","# Steps of an unprivileged user do not need sudo\n\nWhere USER is unprivileged, sudo works only with a rule that lets that user become root without a password, in every container of the image. Put `USER root` in front of the steps that need it and go back after them.\nIt is on in `security` and `strict`: bases that log in as an ordinary user with sudo are made to be used that way. Steps whose user the base image decides are reported, too, unless it is known to be root.\n\n## Bad\n\n```dockerfile bad\nFROM cimg/base:2025.10\nUSER circleci\nRUN sudo mkdir /data\n```\n\n```text findings\n3:5: warning: `sudo` needs a rule without password in the image, and that rule stays for whoever breaks into the container. Put `USER root` in front of such steps and go back after them.\n```\n\n## Good\n\n```dockerfile good\nFROM cimg/base:2025.10\nUSER root\nRUN mkdir /data\nUSER circleci\n```\n"],["dockerfile/no-passwords-in-build","# No passwords are set while the image is built\n\nA password that the build sets is in the image: its hash is in `/etc/shadow` for everybody who can pull it, and all containers share it. Most images need no password at all, because nobody logs in. Where somebody does, use keys, or set the password when the container starts.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN useradd -m app && echo 'app:changeme' | chpasswd\nUSER app\n```\n\n```text findings\n2:45: warning: `chpasswd` gets a password that is written here: everybody who can read this file has it, and it opens every container of the image.\n```\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN --mount=type=secret,id=login chpasswd < /run/secrets/login\nRUN passwd -d app && useradd -m -p \"$HASH\" worker\nUSER worker\n```\n\n```text findings\n2:34: warning: `chpasswd` sets a password that is the same in every container of the image, and whose hash everybody who can pull it can try to break.\n3:5: warning: `passwd -d` leaves an account that needs no password.\n3:22: warning: `useradd -p` puts the same password into every container of the image.\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nRUN useradd -m app && passwd -l app && useradd -p '!' worker\nUSER app\n```\n"],["dockerfile/no-piped-download",'# Downloads are not piped into a shell\n\n`curl \u2026 | sh` runs whatever the address answers at that moment, with all rights of the build. Nobody has seen it, no two builds need get the same, a compromised server reaches your image, and when the connection breaks the first half of the script has run.\nDownload to a file, compare it with a checksum that you keep in the repository, then run it; or use `ADD --checksum=sha256:\u2026`. Data that a program only reads, as in `curl \u2026 | tar x`, is not reported.\nIt is on in `security` and `strict`: many projects document no other way to install them.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN curl -fsSL https://example.com/install.sh | bash -s -- --yes\nUSER nobody\n```\n\n```text findings\n2:5: warning: What `curl` fetches is run by `bash` unseen: whoever can change it at its address changes this image, and a broken download runs half a script. Save it, compare its checksum, then run it.\n```\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN sh -c "$(wget -qO- https://example.com/install.sh)"\nUSER nobody\n```\n\n```text findings\n2:14: warning: What `wget` fetches is run by `sh` unseen: whoever can change it at its address changes this image, and a broken download runs half a script. Save it, compare its checksum, then run it.\n```\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN bash -c "bash <(curl -fsSL https://example.com/install.sh)"\nUSER nobody\n```\n\n```text findings\n2:21: warning: What `curl` fetches is run by `bash` unseen: whoever can change it at its address changes this image, and a broken download runs half a script. Save it, compare its checksum, then run it.\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nADD --checksum=sha256:0000000000000000000000000000000000000000000000000000000000000000 https://example.com/install.sh /tmp/install.sh\nRUN sh /tmp/install.sh\nRUN curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /usr/local\nRUN curl -fsSL https://example.com/api.json | python3 -c "import json, sys; print(json.load(sys.stdin))"\nUSER nobody\n```\n'],["dockerfile/no-plain-http",'# What is fetched comes over an encrypted connection\n\nOver `http` and `ftp` nobody vouches for what arrives: a proxy, a wireless network or a taken name server can send something else, and it becomes part of the image. Sources of apt and apk are not looked at, because their packages are signed; nor are downloads whose RUN compares a checksum, and addresses of private networks.\nThe fix works where the server has the same under `https`.\nBy default only servers are told that are known to offer the same over `https`, such as github.com and nodejs.org; `hosts: all` tells every one.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN wget -q http://example.com/app.tar.gz && git clone http://example.com/a.git\nADD http://example.com/key.asc /key.asc\nUSER nobody\n```\n\n```text findings\n2:13: warning: `http://example.com/app.tar.gz` comes over the network in the clear: whoever is between the build and the server can put something else into the image.\n2:56: warning: `http://example.com/a.git` comes over the network in the clear: whoever is between the build and the server can put something else into the image.\n3:5: warning: `http://example.com/key.asc` comes over the network in the clear: whoever is between the build and the server can put something else into the image.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nRUN wget -q https://example.com/app.tar.gz && git clone https://example.com/a.git\nADD https://example.com/key.asc /key.asc\nUSER nobody\n```\n\n```dockerfile bad options={"hosts":"known"}\nFROM debian:13.2-slim\nRUN wget http://nodejs.org/dist/v24.11.0/node-v24.11.0.tar.gz && tar xzf node-v24.11.0.tar.gz && rm node-v24.11.0.tar.gz\nUSER nobody\n```\n\n```text findings\n2:10: warning: `http://nodejs.org/dist/v24.11.0/node-v24.11.0.tar.gz` comes over the network in the clear: whoever is between the build and the server can put something else into the image.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nRUN wget https://nodejs.org/dist/v24.11.0/node-v24.11.0.tar.gz && tar xzf node-v24.11.0.tar.gz && rm node-v24.11.0.tar.gz\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nRUN wget -q https://example.com/app.tar.gz && curl -fsS http://localhost:8080/health\nRUN curl -fsSLO http://example.com/b.tar.gz && echo "0123  b.tar.gz" | sha256sum -c\nRUN echo "deb http://deb.debian.org/debian trixie main" > /etc/apt/sources.list && git config --global a.b http://c\nUSER nobody\n```\n\n```dockerfile good options={"hosts":"known"}\nFROM debian:13.2-slim\nADD http://downloads.example.com/tool /usr/local/bin/tool\nUSER nobody\n```\n'],["dockerfile/no-pointless-commands","# A build runs nothing that only a running system needs\n\nA RUN is not a boot: services that it starts end with it, nobody reads what `ps` or `free` print, and a build may not mount anything. Where a service has to run for a moment, such as a database that is filled, keep it and ignore this line with the reason.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN service cron start && ps aux\nUSER nobody\n```\n\n```text findings\n2:5: info: `service` does no good here: what it starts ends with this RUN, and a container starts only its CMD or ENTRYPOINT.\n2:27: info: `ps` does no good here: nobody reads what it prints in a build.\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nRUN systemctl enable cron\nRUN --mount=type=ssh ssh -T git@github.com\nUSER nobody\n```\n"],["dockerfile/no-relative-workdir",`# Every WORKDIR is absolute

A relative WORKDIR is added to the one before. Who reads the line has to look for that one, and who moves or copies lines changes where it leads. The whole path says it. The first WORKDIR of a stage is looked at by the rule \`absolute-workdir\`.

## Bad

\`\`\`dockerfile bad
FROM node:24.11-alpine
WORKDIR /app
WORKDIR web
WORKDIR ../api
USER node
\`\`\`

\`\`\`text findings
3:9: info: \`WORKDIR web\` goes on from the WORKDIR above: where it leads is told by two lines, and changes with the first.
4:9: info: \`WORKDIR ../api\` goes on from the WORKDIR above: where it leads is told by two lines, and changes with the first.
\`\`\`

\`\`\`dockerfile fixed
FROM node:24.11-alpine
WORKDIR /app
WORKDIR /app/web
WORKDIR /app/api
USER node
\`\`\`

\`\`\`dockerfile bad
FROM node:24.11-alpine
ONBUILD WORKDIR app
USER node
\`\`\`

\`\`\`text findings
2:17: info: \`WORKDIR app\` goes on from the directory that is set where somebody builds on this image, which nobody knows here.
\`\`\`

## Good

\`\`\`dockerfile good
FROM node:24.11-alpine
WORKDIR /app
WORKDIR /app/web
WORKDIR $HOME/x
USER node
\`\`\`
`],["dockerfile/no-reserved-stage-names","# No stage has a name that Docker keeps for itself\n\n`scratch` is the empty image and `context` the build context. A stage with one of these names hides it, or is itself not found, depending on where the name is used. BuildKit warns of it.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22 AS scratch\nUSER nobody\n```\n\n```text findings\n1:21: warning: `scratch` already means something to the builder, so that this stage is not always what the name leads to.\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22 AS base\nUSER nobody\n```\n"],["dockerfile/no-run-in-empty-image",`# Nothing is run where there is no program yet

\`scratch\` is empty: it has no shell, no package manager and no library. A RUN in it fails as long as nothing that brings a program was copied. Do the work in an earlier stage and copy its result.

## Bad

\`\`\`dockerfile bad
FROM scratch
RUN mkdir -p /data
COPY app /app
USER 65532
\`\`\`

\`\`\`text findings
2:1: error: Nothing has been put into \`scratch\` when this runs, so there is no shell to run it: the build stops here.
\`\`\`

## Good

\`\`\`dockerfile good
FROM scratch
ADD rootfs.tar.xz /
RUN mkdir -p /data
USER 65532
\`\`\`
`],["dockerfile/no-secret-files","# Files with secrets are not copied into the image\n\nKeys, credentials and `.env` files that are copied into an image belong to everybody who can pull it, and to every container made from it, test or production. A later `RUN rm` hides them, but the layer below still has them. Values that the program needs come with the container's start; what a build step needs comes with a secret mount.\nNames are judged, not contents: examples and templates, public keys, certificates, `.npmrc` without more, and stages that are not part of the image are fine.\n\n## Bad\n\n```dockerfile bad\nFROM node:24.11-alpine\nCOPY package.json .env ./\nCOPY --from=keys /root/.ssh/id_ed25519 /home/node/.ssh/\nUSER node\n```\n\n```text findings\n2:19: warning: `.env` usually holds secrets, and stays in the image for everybody who can pull it, even if a later step removes it. Mount it when the container starts, or into the one step that needs it with `RUN --mount=type=secret`.\n3:18: warning: `/root/.ssh/id_ed25519` usually holds secrets, and stays in the image for everybody who can pull it, even if a later step removes it. Mount it when the container starts, or into the one step that needs it with `RUN --mount=type=secret`.\n```\n\n```dockerfile bad\nFROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nENV GOOGLE_APPLICATION_CREDENTIALS=./shop-2f61.json\nUSER nobody\n```\n\n```text findings\n4:36: warning: `GOOGLE_APPLICATION_CREDENTIALS` names `./shop-2f61.json`, a file with credentials that came into the image with the files copied above: everybody who can pull it has them. Mount it when the container starts.\n```\n\n## Good\n\n```dockerfile good\nFROM node:24.11-alpine AS build\nCOPY deploy.key ./\n\nFROM node:24.11-alpine\nCOPY .env.example nginx_signing.key cert.pem id_ed25519.pub ./\nENV GOOGLE_APPLICATION_CREDENTIALS=/run/secrets/gcp.json\nUSER node\n```\n"],["dockerfile/no-secret-literals",`# No tokens, keys or passwords are written into the file

Tokens have forms that tell their issuer, and private keys and passwords in addresses are plain to see. Once pushed, they stay in the history of the repository, and bots find them within minutes. Removing the line is not enough: replace the secret where it was issued.
Pass the new one with \`RUN --mount=type=secret\`. Placeholders and variables are not reported; neither are passwords in addresses of hosts without a dot, which mean a neighbour of the container.

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
RUN curl -H "Authorization: token ghp_R3aL9kQ2mZ7xW4vB8nC1pL6tY5sD0fG3hJ2k" -o /data.json https://api.github.com/repos/octo/shop
RUN pip install --no-cache-dir --index-url https://deploy:Qz8rT2mK@pypi.octo-shop.dev/simple shop==1.4
USER nobody
\`\`\`

\`\`\`text findings
2:35: error: This is a GitHub token. Everybody who can read the file or its history has it, and what runs here can put it into the image: replace it at its issuer, and pass the new one as a secret mount.
3:59: error: This is a password in an address. Everybody who can read the file or its history has it, and what runs here can put it into the image: replace it at its issuer, and pass the new one as a secret mount.
\`\`\`

\`\`\`dockerfile bad
FROM alpine:3.22
COPY <<EOF /root/deploy
-----BEGIN OPENSSH PRIVATE KEY-----
b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
-----END OPENSSH PRIVATE KEY-----
EOF
USER nobody
\`\`\`

\`\`\`text findings
3:1: error: This is a private key. Everybody who can read the file or its history has it, and what runs here can put it into the image: replace it at its issuer, and pass the new one as a secret mount.
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22
ENV DATABASE_URL=postgres://app:app@db/app
LABEL usage="docker run -e AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE"
RUN --mount=type=secret,id=pypi pip install --no-cache-dir --index-url "https://deploy:$(cat /run/secrets/pypi)@pypi.octo-shop.dev/simple" shop==1.4
USER nobody
\`\`\`
`],["dockerfile/no-secret-names-in-arg-env","# No ARG or ENV is called like a secret\n\n`no-secrets-in-arg-env` looks at values and tells secrets from fingerprints, switches and empty defaults. This rule goes by the name alone, as BuildKit's own check does: every `\u2026_KEY`, `\u2026_TOKEN` or `\u2026_PASSWORD`. That finds the variable which will hold a secret one day, and many that never will, so only the preset `all` has it.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nENV GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D\nUSER nobody\n```\n\n```text findings\n2:5: info: `GPG_KEY` is called like a secret, and what ENV sets stays in the image or its build record.\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nENV PUBLIC_KEY=abc KEYBOARD=de TOKEN_FILE=/run/secrets/token\nUSER nobody\n```\n"],["dockerfile/no-secrets-in-arg-env",'# Secrets are not in ARG or ENV\n\nValues of ENV are in the image for everybody who can pull it, and build arguments are in its history and in the build record. Deleting them in a later instruction changes nothing. Pass secrets when the container starts, or to a single\nRUN with `--mount=type=secret`. Default passwords count, too: they end up in production. Names that only describe a secret (`TOKEN_FILE`, `KEY_ALIAS`, `AUTH_MODE`, public keys), empty values, switches, numbers, paths, addresses and rows of\nthe same character are not reported, nor is a password that is the name of the user beside it. By default values that are written out are told only where they look generated: twelve characters or more, letters\nand digits, and no comment that asks to change them. With the presets `security` and `strict`, or `values: all`, everything that can be a password is.\n\n## Bad\n\n```dockerfile bad\nFROM node:24.11-alpine\nARG NPM_TOKEN\nRUN echo "//registry.npmjs.org/:_authToken=$NPM_TOKEN" > .npmrc && npm ci\nUSER node\n```\n\n```text findings\n2:5: error: The build argument `NPM_TOKEN` can be read by everybody who has the image or its build record. Use a secret mount instead: `RUN --mount=type=secret,id=npm_token`.\n```\n\n```dockerfile bad\nFROM python:3.13-slim\nARG PASS\nENV DB_PASSWORD=changeme \\\n    ADMIN_PASSWORD=$PASS\nUSER nobody\n```\n\n```text findings\n3:5: error: The value of `DB_PASSWORD` is written here, and everybody who can read this file or pull the image has it. Pass it when the container starts, or to the build as a secret mount; change it if it is a real one.\n4:5: error: `ADMIN_PASSWORD` keeps the build argument `PASS` in the image, where everybody who can pull it can read it.\n```\n\n## Good\n\n```dockerfile good\nFROM node:24.11-alpine\nARG TOKEN_TTL=3600\nENV AUTH_MODE=oidc DB_PASSWORD_FILE=/run/secrets/db SSL_KEY=/etc/ssl/key.pem USE_AUTH=true API_KEY=""\nENV PUBLIC_KEY=MCowBQYDK2VwAyEA GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D KEY_ALIAS=shop\nRUN --mount=type=secret,id=npm,target=/root/.npmrc npm ci\nUSER node\n```\n\n```dockerfile good\nFROM python:3.13-slim\nENV DEMO_USER=demo DEMO_PASSWORD=demo API_TOKEN=xxxx\nUSER nobody\n```\n\n```dockerfile good options={"values":"likely"}\nFROM mysql:8.4\nENV MYSQL_USER=shop \\\n    MYSQL_PASSWORD=shipping\n# Override this\nENV API_TOKEN=qaIACxO6wMR3\n```\n'],["dockerfile/no-self-referring-env","# An ENV does not use what it sets itself\n\nAll variables of one ENV are set at its end. `$VERSION` in the same instruction is what it was before: empty, or the value of the base image, and nothing tells. The fix begins a second ENV, so that the value changes to what was most likely meant.\nBy default it is told on top of `scratch`, Docker's official images and others that are known; other bases may set a variable of that name, to the same value. With the presets `security` and `strict`, or `bases: all`, it is told everywhere.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nARG VERSION\nENV VERSION=1.4 \\\n    HOME_PAGE=https://example.com/$VERSION\nUSER nobody\n```\n\n```text findings\n4:5: warning: `$VERSION` in `HOME_PAGE` is the value from before this ENV, because all of its variables are set at once at its end.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nARG VERSION\nENV VERSION=1.4\nENV HOME_PAGE=https://example.com/$VERSION\nUSER nobody\n```\n\n```dockerfile bad\nFROM alpine:3.22\nARG VERSION\nENV HOME_PAGE=https://example.com/${VERSION} VERSION=1.4\nUSER nobody\n```\n\n```text findings\n3:5: warning: `$VERSION` in `HOME_PAGE` is the value from before this ENV, because all of its variables are set at once at its end.\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nENV VERSION=1.4\nENV HOME_PAGE=https://example.com/$VERSION PATH=/opt/bin:$PATH TEXT='$PATH'\nARG PORT\nENV PORT=80 ADDRESS=:${PORT:-8080}\nUSER nobody\n```\n"],["dockerfile/no-setuid-files",`# No program gets the setuid bit

A program with the setuid bit runs as its owner, usually root, whoever starts it. In a container that is the shortest way from an unprivileged user to root. Start the container as the user that is needed, or give the program the one capability that it needs with \`setcap\`.

## Bad

\`\`\`dockerfile bad
FROM debian:13.2-slim
COPY ping /usr/local/bin/ping
RUN chmod 4755 /usr/local/bin/ping && chmod u+s /usr/bin/helper
USER nobody
\`\`\`

\`\`\`text findings
3:11: warning: \`4755\` sets the setuid bit: whoever starts the program runs it as its owner, which is how an unprivileged process in the container becomes root.
3:45: warning: \`u+s\` sets the setuid bit: whoever starts the program runs it as its owner, which is how an unprivileged process in the container becomes root.
\`\`\`

## Good

\`\`\`dockerfile good
FROM debian:13.2-slim
RUN chmod 0755 /usr/local/bin/ping \\
    && chmod u+x,g-s /usr/bin/helper \\
    && find / -xdev -perm /6000 -type f -exec chmod a-s {} +
USER nobody
\`\`\`
`],["dockerfile/no-stale-base-digest",`# Labels about the base image are set by the build

\`org.opencontainers.image.base.digest\` tells scanners and update tools which base image an image was built on. Written by hand it is right on one day. A build that knows the digest sets it with \`docker build --label\`, or FROM names the same digest.

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
LABEL org.opencontainers.image.base.digest="sha256:4b7ce07002c69e8f3d704a9c5d6fd3053be500b7f1c69fc0d80990c2ad8dd412"
USER nobody
\`\`\`

\`\`\`text findings
2:44: info: This digest is written here once, and the base image moves on: scanners that trust the label look at another image than the one that is inside.
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22@sha256:4b7ce07002c69e8f3d704a9c5d6fd3053be500b7f1c69fc0d80990c2ad8dd412
LABEL org.opencontainers.image.base.digest="sha256:4b7ce07002c69e8f3d704a9c5d6fd3053be500b7f1c69fc0d80990c2ad8dd412"
USER nobody
\`\`\`
`],["dockerfile/no-stopsignal-on-windows",`# Windows images have no STOPSIGNAL

Windows has no signals. Containers there are told to end by an event of the console, whatever STOPSIGNAL says, so that the instruction misleads whoever reads it.

## Bad

\`\`\`dockerfile bad
FROM --platform=windows/amd64 mcr.microsoft.com/windows/nanoserver:ltsc2025
STOPSIGNAL SIGTERM
CMD ["app.exe"]
\`\`\`

\`\`\`text findings
2:1: warning: \`STOPSIGNAL SIGTERM\` means nothing to Windows, which has no signals: containers are ended another way.
\`\`\`

\`\`\`dockerfile fixed
FROM --platform=windows/amd64 mcr.microsoft.com/windows/nanoserver:ltsc2025
CMD ["app.exe"]
\`\`\`

## Good

\`\`\`dockerfile good
FROM --platform=windows/amd64 mcr.microsoft.com/windows/nanoserver:ltsc2025
CMD ["app.exe"]
\`\`\`
`],["dockerfile/no-sudo","# Steps that run as root do not call sudo\n\nA build runs as root until USER says otherwise, so `sudo` does nothing there, except that the package has to be installed and stays in the image. Steps of an unprivileged user are the matter of `no-passwordless-sudo`.\nA command that `sudo -u` runs as somebody else is not reported.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN sudo -E mkdir /data && sudo chown nobody /data\nUSER nobody\n```\n\n```text findings\n2:5: warning: `sudo` is of no use here, because the step runs as root. It only brings a way to become root into the image.\n2:28: warning: `sudo` is of no use here, because the step runs as root. It only brings a way to become root into the image.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nRUN mkdir /data && chown nobody /data\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nRUN mkdir /data && sudo -u nobody touch /tmp/own\nUSER nobody\n```\n"],["dockerfile/no-system-directories",'# WORKDIR and VOLUME stay out of the system\n\n`/proc`, `/sys` and `/dev` are views of the kernel, not files of the image. A working directory in `/proc/self/fd` once led out of the container (CVE-2024-21626), and a volume over such a folder hides what programs need. A volume in place of Docker\'s socket does not bring the socket; it only tells that the image wants to control the host.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nWORKDIR /proc/self/fd/8\nUSER nobody\n```\n\n```text findings\n2:9: error: `/proc/self/fd/8` belongs to the kernel and is made anew for every container: a working directory in it can lead out of the container.\n```\n\n```dockerfile bad\nFROM alpine:3.22\nVOLUME /var/run/docker.sock\nVOLUME ["/data", "/proc/sys"]\nUSER nobody\n```\n\n```text findings\n2:8: error: `VOLUME /var/run/docker.sock` makes an empty volume where the socket of the container engine belongs. Who needs the socket mounts it when the container starts, and gives the container control over the host with it.\n3:18: error: `/proc/sys` belongs to the kernel and is made anew for every container: a volume there hides it.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nVOLUME ["/data", "/proc/sys"]\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nWORKDIR /process\nVOLUME /var/lib/data /dev/shm/cache /sys/fs/cgroup\nUSER nobody\n```\n'],["dockerfile/no-texts-in-run",'# No RUN writes files with fixed text beside other commands\n\nWhat a RUN writes with `echo`, `printf` or `tee` is seen only by who reads its commands: the text stands between quotes and escapes, and every change of another command writes it anew. COPY with a heredoc holds the text as it is in the file. A RUN that writes a file and does nothing else is told by the rule `copy-heredoc`, with a fix; this one also asks to take the text out of longer ones, which splits them. An opinion, which nobody is told unless they ask for it.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN mkdir /app && echo "mode=production" > /etc/app.conf && /app/setup\nUSER nobody\n```\n\n```text findings\n2:19: info: `/etc/app.conf` gets fixed text here. COPY with a heredoc writes it as it stands, and readers and tools see what is in the file.\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nCOPY <<EOF /etc/app.conf\nmode=production\nEOF\nRUN mkdir /app && echo "$(date)" > /etc/built && /app/setup\nUSER nobody\n```\n'],["dockerfile/no-trailing-spaces",`# No line ends with blanks

Blanks at the end of a line are invisible, and show up as changes in diffs when an editor removes them. In heredocs they may belong to a file and are left alone.

<!-- not in heredoc: there the blanks may belong to a file -->

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22  
RUN mkdir /data && \\  
    touch /data/x	
USER nobody
\`\`\`

\`\`\`text findings
1:17: info: Blanks stand at the end of this line, where nobody sees them.
2:21: info: Blanks stand at the end of this line, where nobody sees them.
3:18: info: Blanks stand at the end of this line, where nobody sees them.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
RUN mkdir /data && \\
    touch /data/x
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22
COPY <<EOF /note.md
Two blanks  
break a line.
EOF
USER nobody
\`\`\`
`],["dockerfile/no-unknown-copy-sources","# Files are copied from stages, or from images with a full name\n\n`COPY --from=busybox` looks for a stage called `busybox`, then for a build context of that name, and takes the image `busybox:latest` when there is neither. Who reads the file cannot tell which was meant, and a stage that somebody renames turns silently into an image from Docker Hub. Write images with a tag, such as `busybox:1.37`; contexts that a Compose file names are known.\nWords that look like a misspelt stage are told by `copy-from-known-stage`.\n\n## Bad\n\n```dockerfile bad\nFROM python:3.13-slim\nCOPY --from=busybox /bin/wget /bin/wget\nUSER nobody\n```\n\n```text findings\n2:13: warning: `busybox` is no stage of this file: unless the build is given a context of that name, its files come from the image `busybox:latest`, whatever that is on the day.\n```\n\n## Good\n\n```dockerfile good\nFROM python:3.13-slim\nCOPY --from=busybox:1.37 /bin/wget /bin/wget\nUSER nobody\n```\n"],["dockerfile/no-unreachable-stages",`# Every stage is used by the final one

BuildKit builds only the stages that the final one needs. A stage that nothing is copied from or built on is left over, or was meant to be used and is not: tests in it never run. Stages that a Compose file names as its target are used. When you build a stage with \`--target\` in some other way, leave it. A stage with comments is not offered for removal: what they explain would go with it.

## Bad

\`\`\`dockerfile bad
FROM golang:1.25 AS build
RUN go build -o /app .

FROM build AS test
RUN go test ./...

FROM alpine:3.22
COPY --from=build /app /app
USER nobody
\`\`\`

\`\`\`text findings
4:15: info: Nothing that the final image is made of uses the stage \`test\`: a build without \`--target\` skips it.
\`\`\`

\`\`\`dockerfile fixed
FROM golang:1.25 AS build
RUN go build -o /app .

FROM alpine:3.22
COPY --from=build /app /app
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM golang:1.25 AS base
FROM base AS build
RUN go build -o /app .

FROM node:24.11-alpine AS assets
RUN npm ci

FROM alpine:3.22
COPY --from=build /app /app
RUN --mount=from=assets,target=/assets cp -r /assets/dist /dist
USER nobody
\`\`\`
`],["dockerfile/no-useradd-log","# Users with a high id are created without login records\n\n`useradd` keeps a record for each user in `/var/log/lastlog` and `/var/log/faillog`, at a place that grows with the user id. With a high id these files are huge and mostly empty, and layers do not keep the holes. `-l` leaves the records out; nothing in a container reads them.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN useradd -m -u 1000660000 app\nUSER app\n```\n\n```text findings\n2:5: info: For the user id 1000660000, `useradd` writes login records up to that id, which makes a file of 293 GB without content in this layer.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nRUN useradd -l -m -u 1000660000 app\nUSER app\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nRUN useradd -u 10001 app && useradd --no-log-init --uid 2000000 worker\nUSER app\n```\n"],["dockerfile/no-variables-in-exec-form",'# The exec form has no variables, because nobody replaces them\n\n`["echo", "$HOME"]` prints `$HOME`: Docker replaces no variables in the exec form, and there is no shell that does. `["sh", "-c", "exec server --port $PORT"]` gives them to a shell, and so does the shell form; many programs read such settings from the environment themselves. CMD beside an ENTRYPOINT is not looked at, for that may be a script that reads it, nor are programs that replace\nvariables on their own.\n\n## Bad\n\n```dockerfile bad\nFROM node:24.11-alpine\nUSER node\nCMD ["node", "server.js", "--port", "$PORT"]\n```\n\n```text findings\n3:37: warning: Nobody replaces `$PORT` here: the exec form starts `node` without a shell, so that it gets the name and not the value.\n```\n\n```dockerfile bad\nFROM eclipse-temurin:21.0.9_10-jre\nUSER nobody\nENTRYPOINT ["java", "${JAVA_OPTS}", "-jar", "/app.jar"]\n```\n\n```text findings\n3:21: warning: Nobody replaces `${JAVA_OPTS}` here: the exec form starts `java` without a shell, so that it gets the name and not the value.\n```\n\n## Good\n\n```dockerfile good\nFROM node:24.11-alpine\nUSER node\nENTRYPOINT ["sh", "-c", "exec node server.js --port $PORT"]\nCMD ["$MODE"]\n```\n'],["dockerfile/no-vex-in-image","# Statements about vulnerabilities are attached to the image\n\nA VEX document says which known vulnerabilities concern an image. What it says changes after the image has been built. Attached to the image in the registry it can be replaced and signed, and scanners look for it there; as a file inside it says for ever what was known on the day of the build.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nCOPY shop.vex.json /usr/share/vex/\nUSER nobody\n```\n\n```text findings\n2:6: info: `shop.vex.json` inside of the image ages with it. As an attestation (`docker scout attestation add`, `cosign attest`) it is found by scanners, and can be renewed without a build.\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nCOPY shop /usr/bin/\nUSER nobody\n```\n"],["dockerfile/no-whole-context",`# What is copied from the context is named

With \`COPY . .\` it is the \`.dockerignore\` that decides what gets into the image, and a new file gets in until somebody thinks of it. Naming files and folders turns that around.
The rule is in no preset but \`all\`: nearly every guide copies the whole context, and with a \`.dockerignore\` that is kept in order it is fine. The rule \`dockerignore-for-context\` looks after that.

## Bad

\`\`\`dockerfile bad
FROM node:24.11-alpine
WORKDIR /app
COPY . .
COPY ["./", "*", "/data/"]
USER node
\`\`\`

\`\`\`text findings
3:6: info: \`.\` copies the whole context, also files that somebody adds later: secrets, local builds, the repository's history. Name what the image needs.
4:7: info: \`./\` copies the whole context, also files that somebody adds later: secrets, local builds, the repository's history. Name what the image needs.
4:13: info: \`*\` copies all that matches, also files that somebody adds later: secrets, local builds, the repository's history. Name what the image needs.
\`\`\`

## Good

\`\`\`dockerfile good
FROM node:24.11-alpine
WORKDIR /app
COPY package*.json ./
COPY src/ ./src
COPY config/*.json ./config/
COPY --from=assets . .
USER node
\`\`\`
`],["dockerfile/no-whole-filesystem-copy","# No whole file system is copied over another one\n\n`COPY --from=stage / /` overwrites the files of the base image with those of another one, and keeps the rest. The result belongs to no distribution: its package database lies, and libraries may not fit together.\nCopy the directories that you need. Into `scratch` it is a common way to get one layer, and out of stages that begin with `scratch`, or out of `tonistiigi/xx`, nothing comes that was not put there: both are fine.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim AS tools\nFROM alpine:3.22\nCOPY --from=tools / /\nUSER nobody\n```\n\n```text findings\n3:19: warning: `COPY --from=tools / /` puts a whole file system over that of the base image: package databases, users and libraries of two systems end up mixed. Copy what is needed, or begin with `scratch`.\n```\n\n## Good\n\n```dockerfile good\nFROM --platform=$BUILDPLATFORM tonistiigi/xx:1.7.0 AS xx\nFROM --platform=$BUILDPLATFORM golang:1.25\nCOPY --from=xx / /\nUSER nobody\n```\n\n```dockerfile good\nFROM debian:13.2-slim AS tools\nFROM scratch\nCOPY --from=tools / /\nUSER nobody\n```\n\n```dockerfile good\nFROM debian:13.2-slim AS tools\nFROM alpine:3.22\nCOPY --from=tools /usr/share/zoneinfo /usr/share/zoneinfo\nUSER nobody\n```\n"],["dockerfile/no-world-writable-files","# No files are writable for everybody\n\n`chmod 777` makes a permission problem go away by letting everybody write. Then a process that was taken over can replace programs, scripts and configuration of every other one in the container. Let the files belong to the user that writes them (`COPY --chown`, `chown`) and use `755`, or `775` with a group.\nFolders with the sticky bit, such as `/tmp` (`1777`), are fine.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN mkdir /data \\\n    && chmod -R 777 /data\nCOPY --chmod=0666 settings.conf /etc/app/\nUSER nobody\n```\n\n```text findings\n3:17: warning: `777` lets every user of the container change these files: whoever gets to run anything in it can replace what others run or read. Give them to the user that needs them.\n4:14: warning: `0666` lets every user of the container change these files: whoever gets to run anything in it can replace what others run or read. Give them to the user that needs them.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nRUN mkdir /data \\\n    && chmod -R 775 /data\nCOPY --chmod=0664 settings.conf /etc/app/\nUSER nobody\n```\n\n```dockerfile bad\nFROM alpine:3.22\nRUN chmod a+rwx /srv\nUSER nobody\n```\n\n```text findings\n2:11: warning: `a+rwx` lets every user of the container change these files: whoever gets to run anything in it can replace what others run or read. Give them to the user that needs them.\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nCOPY --chown=nobody --chmod=755 app /app\nRUN chmod +x /app/start && chmod 1777 /scratch && mkdir -m 750 /data\nUSER nobody\n```\n"],["dockerfile/no-xdebug",`# The image has no Xdebug

Xdebug is for development: it makes PHP several times slower, and in its remote mode it connects to a debugger that may run any code. Put it into a stage of its own that is built \`FROM\` the one that is shipped. Stages and files for development by their name are not looked at.

## Bad

\`\`\`dockerfile bad
FROM php:8.4-fpm
RUN pecl install xdebug-3.4.7 && docker-php-ext-enable xdebug
USER www-data
\`\`\`

\`\`\`text findings
2:18: warning: Xdebug slows every request down, and with its remote mode on it lets whoever it connects to run code. Keep it in a stage for development.
2:56: warning: Xdebug slows every request down, and with its remote mode on it lets whoever it connects to run code. Keep it in a stage for development.
\`\`\`

## Good

\`\`\`dockerfile good
FROM php:8.4-fpm AS shop
RUN docker-php-ext-install pdo_mysql
FROM shop AS dev
RUN pecl install xdebug-3.4.7 && docker-php-ext-enable xdebug
USER www-data
\`\`\`
`],["dockerfile/no-zero-durations","# Times of a health check are longer than nothing\n\nIn the configuration of an image 0 stands for a time that was not given. `--interval=0s` therefore checks every 30 seconds, and `--timeout=0s` waits for 30 seconds, as if nothing had been written. The shortest time is one millisecond. Leaving the option out says the same and misleads nobody.\n\n## Bad\n\n```dockerfile bad\nFROM nginx:1.29.3\nHEALTHCHECK --interval=0s --timeout=3s CMD curl --fail http://localhost/\n```\n\n```text findings\n2:13: info: `--interval=0s` does not mean no time: Docker takes 0 for a value that is not given, and uses its default.\n```\n\n```dockerfile fixed\nFROM nginx:1.29.3\nHEALTHCHECK --timeout=3s CMD curl --fail http://localhost/\n```\n\n## Good\n\n```dockerfile good\nFROM nginx:1.29.3\nHEALTHCHECK --interval=10s --timeout=3s CMD curl --fail http://localhost/\n```\n"],["dockerfile/node-gyp-cache-mounts",`# Headers for native modules are kept in a cache mount

Packages that are compiled when they are installed need the headers of Node, which node-gyp downloads from nodejs.org into \`~/.cache/node-gyp\`. A cache mount on that folder saves the download, and the failures of that server, in every later build. Told where a stage installs compilers or calls the helpers of native packages, and only to who asks for it.

## Bad

\`\`\`dockerfile bad
FROM node:24-alpine
RUN apk add --no-cache python3 make g++
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
USER node
\`\`\`

\`\`\`text findings
5:5: info: Packages with native code make node-gyp download the headers of Node for \`npm\`, each time anew. A cache mount on \`/root/.cache/node-gyp\` keeps them between builds.
\`\`\`

## Good

\`\`\`dockerfile good
FROM node:24-alpine
RUN apk add --no-cache python3 make g++
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.cache/node-gyp npm ci
USER node
\`\`\`

\`\`\`dockerfile good
FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
USER node
\`\`\`
`],["dockerfile/non-root-user",`# Images that run something set a user

Without USER, containers run as the user of the base image, and that is root for nearly all base images of operating systems and languages. Whoever takes over the process then owns the container and all that is mounted into it.
Reported are images that run or serve something (CMD, ENTRYPOINT, EXPOSE, HEALTHCHECK) and whose base is known to leave root: Docker's official images, distroless, .NET, \`scratch\`. Services that give up root by themselves, such as postgres, images that start a bare shell, and bases that
nothing is known about are not. The fix uses the user that the file creates, or the one that the base brings for applications, where there is one: by number, so that Kubernetes can tell that it is not root. A user that the file creates without one is given one. Where the number cannot be told the fix names the user, and the rule \`numeric-user\` says so then.
It is on in \`security\` and \`strict\`: images that others build on, tools and tests run as root on purpose.

## Bad

\`\`\`dockerfile bad
FROM node:24.11-alpine
WORKDIR /app
COPY . .
RUN npm ci --omit=dev
CMD ["node", "server.js"]
\`\`\`

\`\`\`text findings
5:1: warning: No USER is set and \`node:24.11-alpine\` leaves it at root, so that containers run as root: whoever takes over the process owns all of the container.
\`\`\`

\`\`\`dockerfile fixed
FROM node:24.11-alpine
WORKDIR /app
COPY . .
RUN npm ci --omit=dev
USER 1000
CMD ["node", "server.js"]
\`\`\`

\`\`\`dockerfile bad
FROM python:3.13-slim AS base
WORKDIR /app

FROM base
COPY . .
ENTRYPOINT ["python", "app.py"]
\`\`\`

\`\`\`text findings
6:1: warning: No USER is set and \`python:3.13-slim\` leaves it at root, so that containers run as root: whoever takes over the process owns all of the container. Create a user and name it with USER.
\`\`\`

\`\`\`dockerfile bad
FROM golang:1.25 AS build
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
\`\`\`

\`\`\`text findings
6:1: warning: No USER is set and \`scratch\` leaves it at root, so that containers run as root: whoever takes over the process owns all of the container.
\`\`\`

\`\`\`dockerfile fixed
FROM golang:1.25 AS build
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
USER 65532:65532
ENTRYPOINT ["/app"]
\`\`\`

\`\`\`dockerfile bad
FROM python:3.13-slim
RUN groupadd app && useradd -r -g app app
COPY app.py /app/
CMD ["python", "/app/app.py"]
\`\`\`

\`\`\`text findings
4:1: warning: No USER is set and \`python:3.13-slim\` leaves it at root, so that containers run as root: whoever takes over the process owns all of the container. The user \`app\` that is created above is never used.
\`\`\`

\`\`\`dockerfile fixed
FROM python:3.13-slim
RUN groupadd app && useradd -u 10001 -r -g app app
COPY app.py /app/
USER 10001
CMD ["python", "/app/app.py"]
\`\`\`

## Good

\`\`\`dockerfile good
FROM gcr.io/distroless/static-debian12:nonroot
COPY app /app
ENTRYPOINT ["/app"]
\`\`\`

\`\`\`dockerfile good
FROM postgres:18.1
CMD ["postgres", "-c", "shared_buffers=256MB"]
\`\`\`

\`\`\`dockerfile good
FROM registry.example.com/octo/runtime:4
CMD ["serve"]
\`\`\`
`],["dockerfile/npm-ci",'# Where there is a lock file, npm installs what it says\n\n`npm install` treats the lock file as advice: when it does not go with `package.json`, other versions are installed and the file in the image is changed. `npm ci` installs exactly what the lock file names, is faster, and stops when the two differ. It is looked for in what COPY brings. Set `--omit=dev` beside it for an image that runs.\nBy default images for development, tests and examples are not told, and a pattern such as `package*.json` counts only where the repository is known to have a lock file beside the Dockerfile. `images: all` tells all.\n\n## Bad\n\n```dockerfile bad\nFROM node:24.11-alpine\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm install --omit=dev\nUSER node\n```\n\n```text findings\n4:5: info: `npm install` may install other versions than `package-lock.json` names, and changes the file silently. `npm ci` takes exactly those, or stops.\n```\n\n```dockerfile fixed\nFROM node:24.11-alpine\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci --omit=dev\nUSER node\n```\n\n```dockerfile bad options={"images":"shipped"}\nFROM node:24.11-alpine\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm install\nUSER node\n```\n\n```text findings\n4:5: info: `npm install` may install other versions than `package-lock.json` names, and changes the file silently. `npm ci` takes exactly those, or stops.\n```\n\n```dockerfile fixed\nFROM node:24.11-alpine\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci\nUSER node\n```\n\n## Good\n\n```dockerfile good\nFROM node:24.11-alpine\nWORKDIR /app\nCOPY package.json ./\nRUN npm install --omit=dev\nCOPY package*.json ./\nRUN npm ci && npm install -g serve@14.2.5\nUSER node\n```\n\n```dockerfile good options={"images":"shipped"}\nFROM node:24.11-alpine\nWORKDIR /app\n# There may be no lock file.\nCOPY package*.json ./\nRUN npm install\nUSER node\n```\n'],["dockerfile/numeric-user",'# The last USER is a number\n\nThe name of a user means something only together with the image\'s `/etc/passwd`. Kubernetes does not read that before it starts a container, so that `runAsNonRoot` works with numbers only, and owners of volumes are numbers, too. Give the user a fixed id when you create it and use that.\nThe rule is in `strict` only: a name is easier to read, and who does not use Kubernetes gains little.\n\n## Bad\n\n```dockerfile bad\nFROM node:24.11-alpine\nUSER node\nCMD ["node", "server.js"]\n```\n\n```text findings\n2:6: info: Kubernetes cannot tell whether `node` is root: with `runAsNonRoot` it refuses to start the container unless USER is a number.\n```\n\n## Good\n\n```dockerfile good\nFROM node:24.11-alpine AS build\nUSER node\n\nFROM node:24.11-alpine\nUSER 1000:1000\nCMD ["node", "server.js"]\n```\n'],["dockerfile/offered-platform","# The base image exists for the platform\n\nA registry has an image for certain platforms only. With `--platform` for another one there is nothing to pull, and the build stops. Judged are images whose platforms are known and do not change: some of Docker's official images, and Windows images of Microsoft.\n\n<!-- not in escape: that variant adds a platform, which here is the wrong one -->\n\n## Bad\n\n```dockerfile bad\nFROM --platform=linux/arm/v7 mysql:8.4 AS db\nFROM --platform=windows/amd64 alpine:3.22\nUSER nobody\n```\n\n```text findings\n1:17: error: `mysql:8.4` does not exist for linux/arm/v7, only for linux/amd64, linux/arm64: the build stops here.\n2:17: error: `alpine:3.22` does not exist for windows/amd64, only for linux: the build stops here.\n```\n\n```dockerfile bad\nFROM --platform=linux/amd64 mcr.microsoft.com/windows/nanoserver:ltsc2025\nUSER ContainerUser\n```\n\n```text findings\n1:17: error: `mcr.microsoft.com/windows/nanoserver:ltsc2025` does not exist for linux/amd64, only for windows/amd64: the build stops here.\n```\n\n## Good\n\n```dockerfile good\nFROM --platform=$BUILDPLATFORM mysql:8.4 AS db\nFROM --platform=linux/aarch64 mysql:8.4 AS other\nFROM --platform=windows/amd64 golang:1.25-nanoserver AS build\nFROM --platform=linux/arm/v7 alpine:3.22\nUSER nobody\n```\n"],["dockerfile/one-command-a-line",`# Commands, mounts and labels have a line each

With one command, mount or label a line, a diff shows exactly what was added, removed or changed, and two people can change two of them without a conflict.
The rule is in no preset but \`all\`: short lists are easy to read on one line, and how long is too long is a matter of taste. The rule \`short-run-lines\` is about lines that really are too long.

<!-- not in heredoc: a heredoc has lines of its own -->

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
RUN mkdir /data && chown nobody /data
RUN --mount=type=cache,target=/a --mount=type=cache,target=/b ./build.sh
LABEL a=1 b=2
USER nobody
\`\`\`

\`\`\`text findings
2:1: info: 2 parts of this RUN share lines: a diff shows a change in one of them as a change in all.
3:1: info: 3 parts of this RUN share lines: a diff shows a change in one of them as a change in all.
4:1: info: 2 parts of this LABEL share lines: a diff shows a change in one of them as a change in all.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
RUN mkdir /data \\
    && chown nobody /data
RUN --mount=type=cache,target=/a \\
    --mount=type=cache,target=/b \\
    ./build.sh
LABEL a=1 \\
    b=2
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22
RUN mkdir /data \\
    && chown nobody /data
RUN --mount=type=cache,target=/a ./build.sh
LABEL a=1 \\
      b=2
USER nobody
\`\`\`
`],["dockerfile/one-downloader",`# A stage downloads with curl or with wget, not with both

Both do the same, and each brings libraries that need security fixes. Where the base image has one of them anyway, that is the one to use. In a stage that is not part of the image the second one costs little, which is why this is on in the preset \`strict\` only.

## Bad

\`\`\`dockerfile bad
FROM debian:13.2-slim
RUN curl -fsSL -o /a https://example.com/a && curl -fsSL -o /b https://example.com/b
RUN wget -q https://example.com/c
USER nobody
\`\`\`

\`\`\`text findings
3:5: info: This stage downloads with \`curl\`, too: two programs, with their libraries and their security fixes, for one job.
\`\`\`

## Good

\`\`\`dockerfile good
FROM debian:13.2-slim AS fetch
RUN wget -q https://example.com/c
FROM debian:13.2-slim
RUN curl -fsSL -o /a https://example.com/a
COPY --from=fetch /c /c
USER nobody
\`\`\`
`],["dockerfile/package-cache-mounts",`# Package caches are kept between builds in cache mounts

With a cache mount a package that was downloaded once is there for the next build, also when the layer has to be built again, and nothing of it is in the image. It helps only where builds share a builder: on fresh CI machines the cache is empty each time. Cleaning up in the RUN is as right, so this is on in the preset \`all\` only. The fix
adds the mount and lets the tool use it.

## Bad

\`\`\`dockerfile bad
FROM python:3.13-slim
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
USER nobody
\`\`\`

\`\`\`text findings
3:5: info: When anything above changes, this downloads and builds everything again, because no cache of packages is kept between builds.
\`\`\`

\`\`\`dockerfile fixed
FROM python:3.13-slim
COPY requirements.txt .
RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt
USER nobody
\`\`\`

\`\`\`dockerfile bad
FROM golang:1.25 AS build
COPY . .
RUN go build -o /app .
FROM debian:13.2-slim
COPY --from=build /app /app
USER nobody
\`\`\`

\`\`\`text findings
3:5: info: When anything above changes, this downloads and builds everything again, because no cache of packages is kept between builds.
\`\`\`

\`\`\`dockerfile fixed
FROM golang:1.25 AS build
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build go build -o /app .
FROM debian:13.2-slim
COPY --from=build /app /app
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM python:3.13-slim
COPY requirements.txt .
RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt
USER nobody
\`\`\`
`],["dockerfile/php-opcache",`# PHP images for the web have OPcache

PHP compiles each file for each request unless OPcache keeps the result, which makes most applications two or three times as fast. The official images before PHP 8.5 bring it without switching it on. Images for development, and for commands, do without it.

## Bad

\`\`\`dockerfile bad
FROM php:8.4-fpm
COPY src /var/www/html
USER www-data
\`\`\`

\`\`\`text findings
1:6: info: \`php:8.4-fpm\` brings OPcache switched off, so that every request compiles all of its PHP files again. \`RUN docker-php-ext-install opcache\` switches it on.
\`\`\`

## Good

\`\`\`dockerfile good
FROM php:8.4-fpm
RUN docker-php-ext-install opcache
COPY src /var/www/html
USER www-data
\`\`\`
`],["dockerfile/pinned-apk-packages","# apk adds named versions\n\nWithout a version the same Dockerfile gives another image tomorrow. With one, the build breaks as soon as Alpine replaces that version, because its mirrors keep only the newest of each release. Most maintainers name the Alpine release and leave the packages free, so this is on in the preset\n`all` only. `apk add 'curl~8.14'` is a middle way: it takes fixes and stops at a new minor version.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nRUN apk add --no-cache --virtual .build-deps curl~8.14 git\nUSER nobody\n```\n\n```text findings\n2:56: info: `git` comes in the version that the distribution has on the day of the build, so that two builds of this file may differ.\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nRUN apk add --no-cache --virtual .build-deps 'curl~8.14' git=2.49.1-r0 /tmp/app.apk $EXTRA\nUSER nobody\n```\n"],["dockerfile/pinned-apt-packages","# apt-get installs named versions\n\nWithout a version the same Dockerfile gives another image tomorrow. With one, the build breaks as soon as the distribution replaces that version, because its mirrors keep only the newest: security fixes then wait for somebody to edit this file.\nMost maintainers choose the first and name the base image by digest instead. This is on in the preset `all` only; use it where you have a mirror that keeps every version, such as snapshot.debian.org.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl=8.14.1-2 git make gcc && rm -rf /var/lib/apt/lists/*\nUSER nobody\n```\n\n```text findings\n2:80: info: `gcc`, `git` and 1 more come in the version that the distribution has on the day of the build, so that two builds of this file may differ.\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nRUN apt-get update && apt-get install -y --no-install-recommends -t trixie curl=8.14.1-2 ./app.deb $EXTRA && rm -rf /var/lib/apt/lists/*\nUSER nobody\n```\n"],["dockerfile/pinned-dnf-packages",`# dnf and yum install named versions

Without a version the same Dockerfile gives another image tomorrow. With one, the build breaks when the repositories drop that version. Most maintainers name the release of the base image and leave the packages free, so this is on in the preset \`all\` only.

## Bad

\`\`\`dockerfile bad
FROM fedora:43
RUN dnf install -y git-2.51.0 make && dnf clean all
USER nobody
\`\`\`

\`\`\`text findings
2:31: info: \`make\` comes in the version that the distribution has on the day of the build, so that two builds of this file may differ.
\`\`\`

## Good

\`\`\`dockerfile good
FROM fedora:43
RUN dnf install -y git-2.51.0 @development-tools /tmp/app.rpm && dnf clean all
USER nobody
\`\`\`
`],["dockerfile/pinned-gems","# gem installs named versions\n\nWithout a version the same Dockerfile installs another release tomorrow. Gems of the application belong into `Gemfile.lock`; tools that the image brings are named with their version. Tools that are installed on purpose in their newest version are the reason why this is on in the preset `all` only.\n\n## Bad\n\n```dockerfile bad\nFROM ruby:3.4-slim\nRUN gem install bundler:2.7.2 rake foreman\nUSER nobody\n```\n\n```text findings\n2:31: info: `foreman` and `rake` come in the version that is newest on the day of the build, so that two builds of this file may differ.\n```\n\n## Good\n\n```dockerfile good\nFROM ruby:3.4-slim\nRUN gem install bundler -v 2.7.2 && gem install rake:13.3.1\nUSER nobody\n```\n"],["dockerfile/pinned-go-tools",'# go installs named versions\n\nWithout a version, or with `@latest`, the same Dockerfile builds another release of the tool tomorrow. Packages of the module itself (`./cmd/app`) have the version of their source. Tools that are installed on purpose in their newest version are the reason why this is on in the preset `all` only.\n\n## Bad\n\n```dockerfile bad\nFROM golang:1.25\nRUN go install github.com/air-verse/air@latest golang.org/x/tools/cmd/stringer\nUSER nobody\n```\n\n```text findings\n2:16: info: `github.com/air-verse/air@latest` and `golang.org/x/tools/cmd/stringer` come in the version that is newest on the day of the build, so that two builds of this file may differ.\n```\n\n## Good\n\n```dockerfile good\nFROM golang:1.25\nRUN go install github.com/air-verse/air@v1.63.0 && go install ./cmd/app && go install -ldflags "-s -w" cmd/vet\nUSER nobody\n```\n'],["dockerfile/pinned-npm-packages","# npm installs named versions\n\nWithout a version the same Dockerfile installs another release tomorrow. Packages of the application belong into `package-lock.json` and `npm ci`; tools that the image brings are named with their version. Tools that are installed on purpose in their newest version are the reason why this is on in the preset `all` only.\n\n## Bad\n\n```dockerfile bad\nFROM node:24.11-alpine\nRUN npm install -g @angular/cli pnpm@latest serve@14.2.5\nUSER node\n```\n\n```text findings\n2:20: info: `@angular/cli` and `pnpm@latest` come in the version that is newest on the day of the build, so that two builds of this file may differ.\n```\n\n## Good\n\n```dockerfile good\nFROM node:24.11-alpine\nRUN npm install -g serve@14.2.5 @angular/cli@21.0.0 ./local && npm install\nUSER node\n```\n"],["dockerfile/pinned-pip-packages","# pip installs named versions\n\nWithout a version the same Dockerfile installs another release tomorrow, and one that does not go with your code breaks the build or the program. A requirements file with versions, or a constraints file (`-c`), serves for all packages at once. Tools that are installed on purpose in their newest version are the\nreason why this is on in the preset `all` only.\n\n## Bad\n\n```dockerfile bad\nFROM python:3.13-slim\nRUN pip install --no-cache-dir --upgrade pip flask==3.1.2 gunicorn\nUSER nobody\n```\n\n```text findings\n2:42: info: `gunicorn` and `pip` come in the version that is newest on the day of the build, so that two builds of this file may differ.\n```\n\n## Good\n\n```dockerfile good\nFROM python:3.13-slim\nRUN pip install --no-cache-dir -r requirements.txt && pip install --no-cache-dir . 'flask[async]==3.1.2' /tmp/a.whl $EXTRA\nRUN pip install --no-cache-dir -c constraints.txt gunicorn\nUSER nobody\n```\n"],["dockerfile/pinned-zypper-packages",`# zypper installs named versions

Without a version the same Dockerfile gives another image tomorrow. With one, the build breaks when the repositories drop that version. Most maintainers name the release of the base image and leave the packages free, so this is on in the preset \`all\` only.

## Bad

\`\`\`dockerfile bad
FROM opensuse/leap:16.0
RUN zypper -n install 'git>=2.50' make && zypper clean --all
USER nobody
\`\`\`

\`\`\`text findings
2:35: info: \`make\` comes in the version that the distribution has on the day of the build, so that two builds of this file may differ.
\`\`\`

## Good

\`\`\`dockerfile good
FROM opensuse/leap:16.0
RUN zypper -n install 'git>=2.50' make=4.4.1 && zypper clean --all
USER nobody
\`\`\`
`],["dockerfile/pip-no-cache-dir","# pip installs without keeping its cache\n\npip keeps what it downloads and builds in case it is asked again. In an image nobody asks again, so the layer carries every package twice. A cache mount serves as well and makes rebuilds faster: `RUN --mount=type=cache,target=/root/.cache/pip`. So does\n`PIP_NO_CACHE_DIR` in the environment. Stages whose layers are not in the final image are not looked at, nor are images for development and tests, which the path\nor the name of a stage tells: nobody ships them.\n\n## Bad\n\n```dockerfile bad\nFROM python:3.13-slim\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nUSER nobody\n```\n\n```text findings\n3:5: info: `pip install` keeps a copy of every package that it downloads in this layer, where nothing will use it.\n```\n\n```dockerfile fixed\nFROM python:3.13-slim\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\nUSER nobody\n```\n\n```dockerfile bad\nFROM python:3.13-slim\nRUN python -m pip install --upgrade pip && pip3 install flask==3.1.2\nUSER nobody\n```\n\n```text findings\n2:5: info: `pip install` keeps a copy of every package that it downloads in this layer, where nothing will use it.\n```\n\n```dockerfile fixed\nFROM python:3.13-slim\nRUN python -m pip install --no-cache-dir --upgrade pip && pip3 install --no-cache-dir flask==3.1.2\nUSER nobody\n```\n\n```dockerfile bad\nFROM python:3.14-slim\nRUN pip install --upgrade pip && pip install uv\nUSER nobody\n```\n\n```text findings\n2:5: info: `pip install` keeps a copy of every package that it downloads in this layer, where nothing will use it.\n```\n\n```dockerfile fixed\nFROM python:3.14-slim\nRUN pip install --no-cache-dir --upgrade pip && pip install --no-cache-dir uv\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM python:3.13 AS build\nRUN pip install build\nFROM python:3.13-slim\nRUN pip install --no-cache-dir flask==3.1.2\nRUN --mount=type=cache,target=/root/.cache/pip pip install gunicorn==23.0.0\nENV PIP_NO_CACHE_DIR=1\nRUN pip install redis==7.1.0\nUSER nobody\n```\n\n```dockerfile good file=Dockerfile.dev\nFROM python:3.13-slim\nRUN pip install flask==3.1.2\n```\n\n```dockerfile good\nFROM python:3.13-slim\nCOPY --from=wheels /wheels /wheels\nRUN pip install /wheels/*.whl && pip install --no-cache flask==3.1.2\nUSER nobody\n```\n"],["dockerfile/pipefail",'# A pipe fails when any of its commands fails\n\nOf a pipe the shell sees only whether its last command failed. A download that breaks off in the middle is then unpacked as far as it came, and the build is green. `set -o pipefail` in the RUN, or a SHELL with it, makes the pipe fail. The fix puts SHELL in front of the first such RUN\nof a stage where the base image is known to have that shell; it holds for CMD and ENTRYPOINT in shell form, too. Many pipes are right without it, so this is on in the preset `strict` only.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN dpkg -l | sort > /packages\nRUN xz -dc /app.xz | tar -x\nUSER nobody\n```\n\n```text findings\n2:13: info: Only `sort` decides whether this pipe fails: when `dpkg` does, the build goes on with what little came through.\n3:20: info: Only `tar` decides whether this pipe fails: when `xz` does, the build goes on with what little came through.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN dpkg -l | sort > /packages\nRUN xz -dc /app.xz | tar -x\nUSER nobody\n```\n\n```dockerfile bad\nFROM alpine:3.22\nRUN mkdir /app \\\n    && tar -c /src | tar -x -C /app\nUSER nobody\n```\n\n```text findings\n3:20: info: Only `tar` decides whether this pipe fails: when `tar` does, the build goes on with what little came through.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nSHELL ["/bin/ash", "-o", "pipefail", "-c"]\nRUN mkdir /app \\\n    && tar -c /src | tar -x -C /app\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nRUN echo y | apt-key list\nRUN php -m | grep -q imagick\nRUN set -o pipefail && xz -dc /app.xz | tar -x\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN xz -dc /app.xz | tar -x\nUSER nobody\n```\n'],["dockerfile/powershell-as-shell",'# PowerShell is the shell, where every RUN is for it\n\nA RUN that calls `powershell -Command` is read twice: by `cmd` or `/bin/sh`, and then by PowerShell, each with its own quotes. With a SHELL instruction PowerShell reads the text as it stands, and the options, such as stopping at errors, are written once.\n\n<!-- not in heredoc: a heredoc is a script for the shell in force, which decides itself what runs it -->\n\n## Bad\n\n```dockerfile bad\nFROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN powershell -Command Install-WindowsFeature Web-Server\nRUN powershell -Command Remove-Item C:\\inetpub\\wwwroot\\iisstart.htm\n```\n\n```text findings\n2:5: info: `powershell` is started by another shell in one RUN after the other, which reads the line first and takes quotes and `$` its own way. `SHELL ["powershell", "-Command"]` lets PowerShell read it.\n```\n\n## Good\n\n```dockerfile good\nFROM mcr.microsoft.com/windows/servercore:ltsc2025\nSHELL ["powershell", "-Command", "$ErrorActionPreference = \'Stop\'; $ProgressPreference = \'SilentlyContinue\';"]\nRUN Install-WindowsFeature Web-Server\n```\n'],["dockerfile/powershell-stops-at-errors",`# PowerShell stops the build at errors

By default a command of PowerShell that fails prints an error and the script goes on; only the exit code of the last one counts. A download that fails in the middle of a RUN is then found out much later. \`$ErrorActionPreference = 'Stop'\` makes errors of commands end the RUN, and stands best in the SHELL instruction, where it holds for all.

## Bad

\`\`\`dockerfile bad
FROM mcr.microsoft.com/windows/servercore:ltsc2025
SHELL ["powershell", "-Command"]
RUN Expand-Archive app.zip; Remove-Item app.zip
\`\`\`

\`\`\`text findings
3:1: warning: PowerShell goes on behind a command that fails, so that the build succeeds without what it should have made. Begin with \`$ErrorActionPreference = 'Stop';\`, best in the SHELL instruction.
\`\`\`

## Good

\`\`\`dockerfile good
FROM mcr.microsoft.com/windows/servercore:ltsc2025
SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';"]
RUN Expand-Archive app.zip; Remove-Item app.zip
\`\`\`
`],["dockerfile/powershell-without-progress",`# PowerShell downloads without drawing a progress bar

In Windows PowerShell the progress bar of \`Invoke-WebRequest\` takes longer than the download itself, and nobody sees it in a build. \`$ProgressPreference = 'SilentlyContinue'\` turns it off, for a RUN or, in the SHELL instruction, for all.

## Bad

\`\`\`dockerfile bad
FROM mcr.microsoft.com/windows/servercore:ltsc2025
SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop';"]
RUN Invoke-WebRequest -Uri https://example.com/app.zip -OutFile app.zip
\`\`\`

\`\`\`text findings
3:5: info: \`Invoke-WebRequest\` redraws its progress bar for every block, which in Windows PowerShell makes large downloads many times slower. Begin with \`$ProgressPreference = 'SilentlyContinue';\`.
\`\`\`

## Good

\`\`\`dockerfile good
FROM mcr.microsoft.com/windows/servercore:ltsc2025
SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';"]
RUN Invoke-WebRequest -Uri https://example.com/app.zip -OutFile app.zip
\`\`\`
`],["dockerfile/preloaded-jemalloc","# jemalloc is used where it is installed\n\njemalloc keeps the memory of long-running Ruby programs small. Installing the library is not enough: a program uses it when it is linked against it or when `LD_PRELOAD` names it. An entrypoint script may set the variable, which is not seen here; for this reason nobody is told unless they ask for it.\n\n## Bad\n\n```dockerfile bad\nFROM ruby:3.4-slim\nRUN apt-get update && apt-get install -y --no-install-recommends libjemalloc2 && rm -rf /var/lib/apt/lists/*\nUSER nobody\n```\n\n```text findings\n2:66: info: `libjemalloc2` is installed, and no program of this image is told to use it. `ENV LD_PRELOAD=libjemalloc.so.2` does that, unless the entrypoint script does.\n```\n\n## Good\n\n```dockerfile good\nFROM ruby:3.4-slim\nRUN apt-get update && apt-get install -y --no-install-recommends libjemalloc2 && rm -rf /var/lib/apt/lists/*\nENV LD_PRELOAD=libjemalloc.so.2\nUSER nobody\n```\n"],["dockerfile/private-secret-mounts","# Secret mounts are readable for one user only\n\nA secret mount is made for root with mode `0400`. When the step runs as another user, `uid=` gives it the file. A mode that ends in another digit than 0 gives it to everybody, also to programs that a package's scripts start as some other user.\n\n## Bad\n\n```dockerfile bad\nFROM node:24.11-alpine\nUSER node\nRUN --mount=type=secret,id=npm,mode=0444,target=/run/npmrc npm ci --userconfig /run/npmrc\nRUN --mount=type=ssh,mode=666 npm ci\n```\n\n```text findings\n3:32: warning: `mode=0444` opens the secret to every user of this step, and so to every program that it runs as another one. Name the user that needs it with `uid=`.\n4:22: warning: `mode=666` opens the agent to every user of this step, and so to every program that it runs as another one. Name the user that needs it with `uid=`.\n```\n\n```dockerfile fixed\nFROM node:24.11-alpine\nUSER node\nRUN --mount=type=secret,id=npm,target=/run/npmrc npm ci --userconfig /run/npmrc\nRUN --mount=type=ssh npm ci\n```\n\n## Good\n\n```dockerfile good\nFROM node:24.11-alpine\nUSER node\nRUN --mount=type=secret,id=npm,uid=1000,mode=0400 npm ci\nRUN --mount=type=cache,target=/src,mode=0755 npm run build\n```\n"],["dockerfile/rails-assets-without-key",`# Assets of Rails are compiled with a key of no worth

Compiling assets starts the application, and in production Rails refuses to start without \`secret_key_base\`. Since Rails 7.1 \`SECRET_KEY_BASE_DUMMY=1\` makes it use a key that it makes up. The other way, to hand the real key to the build, leaves it in the build's record.

## Bad

\`\`\`dockerfile bad
FROM ruby:3.4-slim
ENV RAILS_ENV=production
RUN rails assets:precompile
USER nobody
\`\`\`

\`\`\`text findings
3:11: warning: Rails asks for its secret key when it starts, also to compile assets. \`SECRET_KEY_BASE_DUMMY=1\` in front makes one up, so that no real key is needed in the build.
\`\`\`

\`\`\`dockerfile fixed
FROM ruby:3.4-slim
ENV RAILS_ENV=production
RUN SECRET_KEY_BASE_DUMMY=1 rails assets:precompile
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM ruby:3.4-slim
ENV RAILS_ENV=production
RUN SECRET_KEY_BASE_DUMMY=1 ./bin/rails assets:precompile
USER nobody
\`\`\`
`],["dockerfile/rails-folders-writable",'# Rails can write to its folders as the user of the image\n\nCOPY makes root the owner, whatever USER says. Rails writes to `tmp`, `log`, `storage` and `db`, and a program without root gets an error for the first page, or for the first upload. The template of Rails gives the files to the user as it copies them. Whoever mounts these folders, or writes elsewhere, has no use for this rule: nobody is told unless they ask for it.\n\n## Bad\n\n```dockerfile bad\nFROM ruby:3.4-slim\nWORKDIR /rails\nCOPY . .\nUSER 1000:1000\nCMD ["bin/rails", "server"]\n```\n\n```text findings\n3:1: info: Rails writes to `tmp`, `log`, `storage` and `db`, which belong to root here, and the program runs as `1000:1000`. `COPY --chown=1000:1000`, or a `chown` of these folders, lets it.\n```\n\n## Good\n\n```dockerfile good\nFROM ruby:3.4-slim\nWORKDIR /rails\nCOPY . .\nRUN chown -R 1000:1000 db log storage tmp\nUSER 1000:1000\nCMD ["bin/rails", "server"]\n```\n'],["dockerfile/rails-healthcheck",`# Images of Rails check their health with Ruby

Rails answers \`/up\` since 7.1: with 200 when it has started, else with 500. A HEALTHCHECK that asks it tells Docker and Compose whether the program works. Ruby can ask by itself, so that no curl has to be installed for it. Where something else watches the containers, as in Kubernetes, \`HEALTHCHECK NONE\` says so. A convention of one framework, which nobody is told unless they ask for it.

<!-- not in heredoc: a HEALTHCHECK has none -->

## Bad

\`\`\`dockerfile bad
FROM ruby:3.4-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
USER nobody
HEALTHCHECK CMD curl -f http://127.0.0.1:3000/up || exit 1
CMD ["bin/rails", "server"]
\`\`\`

\`\`\`text findings
4:17: info: The image needs \`curl\` for this check alone. \`["ruby", "-rnet/http", "-e", \u2026]\` asks \`/up\` with what the image has already.
\`\`\`

## Good

\`\`\`dockerfile good
FROM ruby:3.4-slim
USER nobody
HEALTHCHECK CMD ["ruby", "-rnet/http", "-e", "exit Net::HTTP.get_response(URI('http://127.0.0.1:3000/up')).is_a?(Net::HTTPSuccess)"]
CMD ["bin/rails", "server"]
\`\`\`
`],["dockerfile/redundant-target-platform","# FROM does not repeat the platform that it has anyway\n\n`$TARGETPLATFORM` is what FROM uses when no platform is given, so the flag says nothing. BuildKit warns of it. `$BUILDPLATFORM`, for tools that run during the build, is another matter.\n\n## Bad\n\n```dockerfile bad\nFROM --platform=$TARGETPLATFORM alpine:3.22\nUSER nobody\n```\n\n```text findings\n1:6: info: `--platform=$TARGETPLATFORM` is what `FROM` uses anyway.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM --platform=$BUILDPLATFORM golang:1.25 AS build\nFROM alpine:3.22\nUSER nobody\n```\n"],["dockerfile/registry-credentials-mounted","# Credentials for gems and packages are mounted as secrets\n\nBundler takes the credentials of a host from a variable of its name, and so do npm and yarn. As an ARG or ENV the value is in the history of the image and in the build cache. A secret mount gives it to the one RUN that needs it. Looked at in stages for Ruby; other names that tell a secret are looked at by `no-secrets-in-arg-env` and `no-secret-names-in-arg-env`.\n\n## Bad\n\n```dockerfile bad\nFROM ruby:3.4-slim\nARG BUNDLE_GITHUB__COM\nRUN bundle install\nUSER nobody\n```\n\n```text findings\n2:5: info: `BUNDLE_GITHUB__COM` stays in the history of the image, for everybody who pulls it. `RUN --mount=type=secret,id=\u2026,env=BUNDLE_GITHUB__COM` shows it to one step only.\n```\n\n## Good\n\n```dockerfile good\nFROM ruby:3.4-slim\nENV BUNDLE_BUILD__NOKOGIRI=--use-system-libraries\nRUN --mount=type=secret,id=github,env=BUNDLE_GITHUB__COM bundle install\nUSER nobody\n```\n"],["dockerfile/root-owned-copies",`# Copied files belong to root

A process that cannot change its own program, libraries and configuration cannot be made to keep an attacker across restarts. Without \`--chown\` copied files belong to root and everybody may read them, which is all that most programs need; give away only the folders that it writes to.
The rule is in no preset but \`all\`, because many images need files that their user can change. Below a USER it accepts that what is copied is given to that user: the rule \`copied-files-belong-to-user\` asks for it there.

## Bad

\`\`\`dockerfile bad
FROM node:24.11-alpine
COPY --chown=node:node . /app
COPY --chown=1000 --chmod=755 start /usr/local/bin/start
USER node
\`\`\`

\`\`\`text findings
2:6: info: \`--chown=node:node\` lets the process that runs as this user change what it was copied to run: whoever takes it over can stay. Leave the files to root where they are only read.
3:6: info: \`--chown=1000\` lets the process that runs as this user change what it was copied to run: whoever takes it over can stay. Leave the files to root where they are only read.
\`\`\`

## Good

\`\`\`dockerfile good
FROM node:24.11-alpine
COPY src /app/src
COPY --chown=root:root bin /app/bin
COPY --chown=node --chmod=555 start /usr/local/bin/start
USER node
COPY --chown=node:node settings /app/settings
\`\`\`
`],["dockerfile/secret-mounts-for-commands",`# Commands that need a secret get it by a mount

Some commands of your builds need credentials: a private registry, a model hub, a licence. Name them, and the mount that each needs, in the settings; then no RUN with such a command can forget the mount and fall back to something worse, or fail. Without settings the rule says nothing.

## Bad

\`\`\`dockerfile bad options={"commands":{"npm":"id=npmrc,target=/root/.npmrc","gh":"id=gh,env=GH_TOKEN"}}
FROM node:24.11-alpine
RUN npm ci && npm run build
RUN --mount=type=cache,target=/root/.cache gh release download
USER node
\`\`\`

\`\`\`text findings
2:5: warning: \`npm\` needs a secret by your settings, and this RUN does not mount it.
3:44: warning: \`gh\` needs a secret by your settings, and this RUN does not mount it.
\`\`\`

\`\`\`dockerfile fixed
FROM node:24.11-alpine
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci && npm run build
RUN --mount=type=secret,id=gh,env=GH_TOKEN --mount=type=cache,target=/root/.cache gh release download
USER node
\`\`\`

## Good

\`\`\`dockerfile good options={"commands":{"npm":"id=npmrc,target=/root/.npmrc"}}
FROM node:24.11-alpine
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci
RUN node build.js
USER node
\`\`\`
`],["dockerfile/shell-instruction",'# SHELL chooses the shell of RUN\n\n`/bin/sh` belongs to the distribution: its own scripts rely on it, and an upgrade may put it back. `SHELL ["/bin/bash", "-c"]` chooses the shell for the instructions below and nothing else. Scripts in the image that were run by the linked shell need a first line of their own then.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN ln -sf /bin/bash /bin/sh\nUSER nobody\n```\n\n```text findings\n2:5: info: This puts another program in the place of `/bin/sh`, for every script in the image and not only for this file. `SHELL` does it for the instructions below.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nSHELL ["/bin/bash", "-c"]\nUSER nobody\n```\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN rm /bin/sh && ln -s bash /bin/sh\nRUN powershell -Command Get-Process\nUSER nobody\n```\n\n```text findings\n2:19: info: This puts another program in the place of `/bin/sh`, for every script in the image and not only for this file. `SHELL` does it for the instructions below.\n3:5: info: A shell reads this line before `powershell` does, so that quotes and `$` mean something else. `SHELL ["powershell", "-Command"]` gives it the lines below as they stand.\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nSHELL ["/bin/bash", "-c"]\nRUN ln -s /app/bin/sh-tool /usr/local/bin/tool\nUSER nobody\n```\n'],["dockerfile/shellcheck-style",`# ShellCheck has no advice on the scripts of RUN

Besides mistakes ShellCheck knows many habits that go wrong only sometimes, such as a variable without quotes. In a Dockerfile, whose variables are known, most of this advice changes nothing, so that it is off by default.
Like the rule shellcheck it needs ShellCheck on the PATH. \`exclude\` names codes that are not told.

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22.2
ARG TARGET=/srv
RUN mkdir -p $TARGET
USER 1000
\`\`\`

\`\`\`json file=shellcheck.json
{
  "#!/bin/sh\\nexport TARGET=1\\nmkdir -p $TARGET\\n": [
    {
      "code": "SC2086",
      "level": "info",
      "start": 36,
      "end": 43,
      "message": "Double quote to prevent globbing and word splitting."
    }
  ]
}
\`\`\`

\`\`\`text findings
Dockerfile:3:15: info: Double quote to prevent globbing and word splitting. (SC2086)
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22.2
ARG TARGET=/srv
RUN mkdir -p "$TARGET"
USER 1000
\`\`\`

\`\`\`json file=shellcheck.json
{
  "#!/bin/sh\\nexport TARGET=1\\nmkdir -p \\"$TARGET\\"\\n": []
}
\`\`\`
`],["dockerfile/shellcheck",'# ShellCheck finds no mistake in the scripts of RUN\n\nA script in RUN is checked by nobody until the build runs it, and some mistakes do not even stop the build: a glob that matches nothing, a `cd` that failed, a variable that is split at its blanks. Where ShellCheck is on the PATH of the command line or of the workflow\'s runner, its errors about these scripts are told at their place in the Dockerfile; in the presets `security` and `strict`, or with `least: warning`, its warnings, too, most of which are of no consequence in a build (`make -j$(nproc)`). It is told which shell runs them and which variables ARG and ENV set; it gets no environment and no network.\nWithout ShellCheck nothing else is missing, and the GitHub App does not use it. `exclude` names codes that are not told; `# hadolint ignore=SC2046` is heeded, too.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22.2\nRUN chown app: $(cat /tmp/files)\nUSER 1000\n```\n\n```json file=shellcheck.json\n{\n  "#!/bin/sh\\nchown app: $(cat /tmp/files)\\n": [\n    { "code": "SC2046", "level": "warning", "start": 22, "end": 39, "message": "Quote this to prevent word splitting." }\n  ]\n}\n```\n\n```text findings\nDockerfile:2:17: warning: Quote this to prevent word splitting. (SC2046)\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22.2\nRUN chown app: "$(cat /tmp/file)"\nUSER 1000\n```\n\n```json file=shellcheck.json\n{\n  "#!/bin/sh\\nchown app: \\"$(cat /tmp/file)\\"\\n": []\n}\n```\n\n```dockerfile good options={"least":"error"}\nFROM alpine:3.22.2\nRUN make -j$(nproc)\nUSER 1000\n```\n\n```json file=shellcheck.json\n{\n  "#!/bin/sh\\nmake -j$(nproc)\\n": [\n    { "code": "SC2046", "level": "warning", "start": 17, "end": 25, "message": "Quote this to prevent word splitting." }\n  ]\n}\n```\n'],["dockerfile/short-official-name","# Official images are called by their short names\n\nFor Docker, `docker.io/library/alpine` and `alpine` are the same image, and the short name is easier to read. The rule is in no preset but `all`, because Podman and other tools may look for short names in other registries: who builds with them needs the long name.\n\n## Bad\n\n```dockerfile bad\nFROM docker.io/library/golang:1.25 AS build\nFROM library/debian:13.2-slim\nFROM docker.io/octo/shop:1.4\nUSER nobody\n```\n\n```text findings\n1:6: info: Docker adds `docker.io/library/` to names without a registry by itself.\n2:6: info: Docker adds `library/` to names without a registry by itself.\n3:6: info: Docker adds `docker.io/` to names without a registry by itself.\n```\n\n```dockerfile fixed\nFROM golang:1.25 AS build\nFROM debian:13.2-slim\nFROM octo/shop:1.4\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM golang:1.25 AS build\nFROM ghcr.io/library/debian:13.2-slim\nUSER nobody\n```\n"],["dockerfile/short-run-lines",`# Lines of RUN are short enough to read

Several commands on one long line hide what a change changes, and reviews pass over them. One command a line, joined with \`&&\`, shows each by itself. A single long command, such as a download with a long address, is not reported.

<!-- not in heredoc: a heredoc has lines of its own -->

## Bad

\`\`\`dockerfile bad
FROM debian:13.2-slim
RUN curl -fsSLO https://downloads.example.com/tools/octo-3.1.4-linux-amd64.tar.gz && tar -xzf octo-3.1.4-linux-amd64.tar.gz && mv octo /usr/local/bin/octo
USER nobody
\`\`\`

\`\`\`text findings
2:1: info: Several commands share this line of more than 120 characters: a change in one of them is hard to see in a diff.
\`\`\`

\`\`\`dockerfile fixed
FROM debian:13.2-slim
RUN curl -fsSLO https://downloads.example.com/tools/octo-3.1.4-linux-amd64.tar.gz \\
    && tar -xzf octo-3.1.4-linux-amd64.tar.gz \\
    && mv octo /usr/local/bin/octo
USER nobody
\`\`\`

\`\`\`dockerfile bad options={"max":60}
FROM alpine:3.22
RUN mkdir -p /data/cache /data/files && chown -R nobody /data/cache \\
    && touch /data/ready
USER nobody
\`\`\`

\`\`\`text findings
2:1: info: Several commands share this line of more than 60 characters: a change in one of them is hard to see in a diff.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
RUN mkdir -p /data/cache /data/files \\
    && chown -R nobody /data/cache \\
    && touch /data/ready
USER nobody
\`\`\`

\`\`\`dockerfile bad options={"max":60}
FROM alpine:3.22
RUN /setup --data /data --cache /data/cache --owner nobody --quiet
USER nobody
\`\`\`

\`\`\`text findings
2:5: info: This command stands on one line and has more than 60 characters: a change in it is hard to see in a diff.
\`\`\`

## Good

\`\`\`dockerfile good
FROM debian:13.2-slim
RUN curl -fsSLO https://downloads.example.com/a/very/long/path/to/a/file/that/cannot/be/written/in/any/shorter/way/octo-3.1.4-linux-amd64.tar.gz
USER nobody
\`\`\`
`],["dockerfile/single-cmd-and-entrypoint",`# A stage has one CMD, one ENTRYPOINT and one HEALTHCHECK

Only the last one of each counts. An earlier one is left over, or somebody expects that both run. Options that a comment lists for the reader are left alone, unless more than the \`recommended\` rules are asked for. Two programs in one container need a process manager or, better, two containers.

## Bad

\`\`\`dockerfile bad
FROM node:24.11-alpine
USER node
CMD ["npm", "run", "migrate"]
CMD ["npm", "start"]
\`\`\`

\`\`\`text findings
3:1: warning: This \`CMD\` has no effect: a later one of the same stage replaces it.
\`\`\`

\`\`\`dockerfile fixed
FROM node:24.11-alpine
USER node
CMD ["npm", "start"]
\`\`\`

\`\`\`dockerfile bad
FROM nginx:1.29
HEALTHCHECK CMD curl -f http://localhost/
ENTRYPOINT ["/a.sh"]
EXPOSE 8080
HEALTHCHECK --interval=30s CMD curl -f http://localhost:8080/
ENTRYPOINT ["/b.sh"]
USER nginx
\`\`\`

\`\`\`text findings
2:1: warning: This \`HEALTHCHECK\` has no effect: a later one of the same stage replaces it.
3:1: warning: This \`ENTRYPOINT\` has no effect: a later one of the same stage replaces it.
\`\`\`

\`\`\`dockerfile fixed
FROM nginx:1.29
EXPOSE 8080
HEALTHCHECK --interval=30s CMD curl -f http://localhost:8080/
ENTRYPOINT ["/b.sh"]
USER nginx
\`\`\`

## Good

\`\`\`dockerfile good
FROM node:24.11-alpine AS test
CMD ["npm", "test"]
FROM node:24.11-alpine
USER node
ENTRYPOINT ["npm"]
CMD ["start"]
\`\`\`

\`\`\`dockerfile good options={"alternatives":"kept"}
FROM node:24.11-alpine
USER node
# option 1, the default page
HEALTHCHECK CMD wget -q --spider http://localhost/ || exit 1
# option 2, a page of its own
HEALTHCHECK CMD wget -q --spider http://localhost/health || exit 1
CMD ["node", "server.js"]
\`\`\`
`],["dockerfile/sorted-labels",`# The labels of an instruction stand in their usual order

Labels are read by people in an order: what the image is (title, description), where it comes from (source, url, documentation), whose it is (authors, vendor, licenses), which release it is, what it is based on, labels of platforms, and own labels last. In one order they are easier to find, and two branches that each add one conflict less often. Labels that nobody knows may stand as they like among each other. The image is the same. A matter of taste, which nobody is told unless they ask for it.

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
LABEL org.opencontainers.image.licenses="MIT" \\
      org.opencontainers.image.title="Shop"
USER nobody
\`\`\`

\`\`\`text findings
2:7: info: \`org.opencontainers.image.licenses\` stands before \`org.opencontainers.image.title\`: what an image is comes first, then its source, its owners, its release and its base, and own labels last.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
LABEL org.opencontainers.image.title="Shop" \\
      org.opencontainers.image.licenses="MIT"
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22
LABEL org.opencontainers.image.title="Shop" \\
      org.opencontainers.image.licenses="MIT" \\
      com.example.team="web" \\
      com.example.app="shop"
USER nobody
\`\`\`
`],["dockerfile/sorted-packages",`# Packages one to a line are sorted

A sorted list shows at once whether a package is in it, and changes to it rarely meet. Lists that are grouped by comments, and those on a single line, are left alone. The order has no influence on what is installed.

<!-- not in comments: lists that are grouped by comments are left alone -->

## Bad

\`\`\`dockerfile bad
FROM debian:13.2-slim
RUN apt-get update \\
    && apt-get install -y --no-install-recommends \\
        git \\
        curl \\
        ca-certificates \\
    && rm -rf /var/lib/apt/lists/*
USER nobody
\`\`\`

\`\`\`text findings
4:9: info: These packages are not sorted, so that one that is listed twice is easily overlooked and two changes meet in the same line.
\`\`\`

\`\`\`dockerfile fixed
FROM debian:13.2-slim
RUN apt-get update \\
    && apt-get install -y --no-install-recommends \\
        ca-certificates \\
        curl \\
        git \\
    && rm -rf /var/lib/apt/lists/*
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM debian:13.2-slim
RUN apt-get update \\
    && apt-get install -y --no-install-recommends \\
        ca-certificates \\
        curl \\
        git \\
    && apt-get install -y --no-install-recommends vim curl git \\
    && rm -rf /var/lib/apt/lists/*
USER nobody
\`\`\`
`],["dockerfile/sorted-short-lists",`# Packages are sorted, however few they are

In a sorted list a package is found at once, and one that is listed twice is seen. Where each package has a line of its own, \`sorted-packages\` asks for it; this rule asks also for short lists on one line, and for those of pip, npm and gem, which are not sorted by themselves because their order can matter. A matter of taste, which nobody is told unless they ask for it.

## Bad

\`\`\`dockerfile bad
FROM debian:13.2-slim
RUN apt-get update && apt-get install -y --no-install-recommends git curl && rm -rf /var/lib/apt/lists/*
USER nobody
\`\`\`

\`\`\`text findings
2:66: info: These packages are not in alphabetical order.
\`\`\`

\`\`\`dockerfile fixed
FROM debian:13.2-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl git && rm -rf /var/lib/apt/lists/*
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM debian:13.2-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl git && rm -rf /var/lib/apt/lists/*
USER nobody
\`\`\`
`],["dockerfile/stages-by-name",`# Files are copied from stages by name

Numbers of stages count from the top of the file. Who adds or moves a stage changes what they mean, and the build goes on with the wrong files when both stages have such a path. A name stays with its stage, and says what is in it. Below a comment there is no fix: \`docker build --call=outline\` would take the comment for a description that has to begin with the name.

## Bad

\`\`\`dockerfile bad
FROM golang:1.25
RUN go build -o /app .

FROM alpine:3.22
COPY --from=0 /app /app
COPY --from=0 /etc/ssl /etc/ssl
USER nobody
\`\`\`

\`\`\`text findings
5:13: info: \`0\` means whatever stage stands at that place: it silently becomes another one when a stage is added above.
6:13: info: \`0\` means whatever stage stands at that place: it silently becomes another one when a stage is added above.
\`\`\`

\`\`\`dockerfile fixed
FROM golang:1.25 AS golang
RUN go build -o /app .

FROM alpine:3.22
COPY --from=golang /app /app
COPY --from=golang /etc/ssl /etc/ssl
USER nobody
\`\`\`

\`\`\`dockerfile bad
FROM node:24.11-alpine AS assets
RUN npm ci

FROM alpine:3.22
COPY --from=0 /app/dist /app
USER nobody
\`\`\`

\`\`\`text findings
5:13: info: \`0\` means whatever stage stands at that place: it silently becomes another one when a stage is added above.
\`\`\`

\`\`\`dockerfile fixed
FROM node:24.11-alpine AS assets
RUN npm ci

FROM alpine:3.22
COPY --from=assets /app/dist /app
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM golang:1.25 AS build
RUN go build -o /app .

FROM alpine:3.22
COPY --from=build /app /app
USER nobody
\`\`\`
`],["dockerfile/stopsignal-of-program",'# STOPSIGNAL is the one on which the program finishes its work\n\n`docker stop` sends SIGTERM unless the image names another signal. nginx, php-fpm and Apache break off open requests on SIGTERM and have another signal for leaving in good order; systemd does not stop on it at all. The official images of these programs set their signal, and so this looks at images that override it, or that install the program\non a plain distribution. The fix changes how the container is stopped.\n\n## Bad\n\n```dockerfile bad\nFROM nginx:1.29.3\nSTOPSIGNAL SIGTERM\nUSER nginx\nCMD ["nginx", "-g", "daemon off;"]\n```\n\n```text findings\n2:12: info: `nginx` finishes its work on `SIGQUIT`; on `SIGTERM`, which `docker stop` sends, it breaks off what it is answering.\n```\n\n```dockerfile fixed\nFROM nginx:1.29.3\nSTOPSIGNAL SIGQUIT\nUSER nginx\nCMD ["nginx", "-g", "daemon off;"]\n```\n\n```dockerfile bad\nFROM debian:13.2-slim\nUSER www-data\nCMD ["/usr/sbin/php-fpm8.4", "-F"]\n```\n\n```text findings\n3:6: info: `/usr/sbin/php-fpm8.4` finishes its work on `SIGQUIT`; on `SIGTERM`, which `docker stop` sends, it breaks off what it is answering.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nUSER www-data\nSTOPSIGNAL SIGQUIT\nCMD ["/usr/sbin/php-fpm8.4", "-F"]\n```\n\n## Good\n\n```dockerfile good\nFROM nginx:1.29.3\nUSER nginx\nCMD ["nginx", "-g", "daemon off;"]\n```\n\n```dockerfile good\nFROM debian:13.2-slim\nSTOPSIGNAL SIGQUIT\nUSER www-data\nCMD ["nginx", "-g", "daemon off;"]\n```\n'],["dockerfile/supported-base-image",`# Base images still get security updates

Once a release is at its end of life, holes found in it are told to everybody and closed by nobody, and its package mirrors go away, so that builds break, too.
Judged are releases of Docker's official images and of .NET by their tags, and the Debian, Ubuntu or Alpine that a tag names. The dates are those of the vendors' free support, long-term support of Debian included;
who pays for longer support can switch the rule off. Images and tags whose dates are not known are not judged.

By default only the base of a service's final image is told, a year after its end, and only where neither the path (\`python2.7/Dockerfile\`, \`Dockerfile.legacy\`) nor a comment above says that it is meant. \`images: all\` tells every base on the day after.

## Bad

\`\`\`dockerfile bad
FROM node:16-buster
WORKDIR /app
USER node
\`\`\`

\`\`\`text findings
1:6: warning: Node.js 16 has had no security updates since 2023-09-11: what has been found in it since then stays open in \`node:16-buster\`. Move to a release that is maintained.
\`\`\`

\`\`\`dockerfile bad
FROM golang:1.25-bullseye AS build
RUN go build -o /app .

FROM debian:9-slim
COPY --from=build /app /app
USER nobody
\`\`\`

\`\`\`text findings
1:6: warning: Go 1.25 has had no security updates since 2026-08-19: what has been found in it since then stays open in \`golang:1.25-bullseye\`. Move to a release that is maintained.
4:6: warning: Debian 9 has had no security updates since 2022-06-30: what has been found in it since then stays open in \`debian:9-slim\`. Move to a release that is maintained.
\`\`\`

\`\`\`dockerfile bad
FROM openjdk:17-jdk-slim
USER nobody
\`\`\`

\`\`\`text findings
1:6: warning: The image openjdk has had no security updates since 2022-07-31: what has been found in it since then stays open in \`openjdk:17-jdk-slim\`. Move to a release that is maintained.
\`\`\`

\`\`\`dockerfile bad options={"images":"services"}
FROM debian:9-slim AS build
RUN make

FROM node:16-alpine
COPY --from=build /app /app
USER node
EXPOSE 3000
CMD ["node", "/app/server.js"]
\`\`\`

\`\`\`text findings
4:6: warning: Node.js 16 has had no security updates since 2023-09-11: what has been found in it since then stays open in \`node:16-alpine\`. Move to a release that is maintained.
\`\`\`

## Good

\`\`\`dockerfile good options={"images":"services"}
# Our customers still run this version.
FROM python:3.8-slim
USER nobody
EXPOSE 8000
CMD ["python", "-m", "http.server"]
\`\`\`

\`\`\`dockerfile good options={"images":"services"}
FROM golang:1.22 AS build
RUN go build -o /app .

FROM python:3.8-slim
COPY --from=build /app /app
USER nobody
\`\`\`

\`\`\`dockerfile good
FROM python:3.13-slim-bookworm AS build
FROM ghcr.io/octo/python:2.7 AS legacy
FROM mcr.microsoft.com/dotnet/aspnet:10.0
USER $APP_UID
\`\`\`
`],["dockerfile/tagged-base-image",'# Base images have a tag other than latest\n\nA tag that moves makes builds depend on the day: what worked yesterday fails today, and nobody can say what is in the image that runs. Name the version\nthat you test with, as exact as you want updates to be, or a digest. Earlier stages, `scratch`, digests and tags that a build argument\ngives are fine. It is fine to leave it when the image is rebuilt, tested and thrown away within the same job.\nBy default only Docker\'s official images are told, without a tag, or languages and servers as `latest`, and only under a service: an image that exposes a port, starts something and is not for development, tests or examples. With the presets `security` and `strict`, or `images: all`, every base is: those of one\'s own, bake contexts and helper images often follow the newest on purpose.\n\n## Bad\n\n```dockerfile bad\nFROM node\nWORKDIR /app\nUSER node\n```\n\n```text findings\n1:6: warning: `node` has no tag, which means `latest`: whatever was pushed last, so that the same Dockerfile builds another image tomorrow. Name the version that you test with.\n```\n\n```dockerfile bad\nARG BASE=ghcr.io/octo/runtime:latest\nFROM ${BASE}\nUSER app\n```\n\n```text findings\n2:6: warning: `ghcr.io/octo/runtime:latest` is whatever was pushed last, so that the same Dockerfile builds another image tomorrow. Name the version that you test with.\n```\n\n```dockerfile bad\nARG REGISTRY\nFROM ${REGISTRY}/team/base\nUSER nobody\n```\n\n```text findings\n2:6: warning: `${REGISTRY}/team/base` has no tag, which means `latest`: whatever was pushed last, so that the same Dockerfile builds another image tomorrow. Name the version that you test with.\n```\n\n```dockerfile bad options={"images":"services"}\nFROM node\nWORKDIR /app\nUSER node\nEXPOSE 3000\nCMD ["node", "server.js"]\n```\n\n```text findings\n1:6: warning: `node` has no tag, which means `latest`: whatever was pushed last, so that the same Dockerfile builds another image tomorrow. Name the version that you test with.\n```\n\n## Good\n\n```dockerfile good\nARG TAG=latest\nFROM node:24.11-alpine AS build\nFROM ghcr.io/octo/tools:${TAG} AS tools\nFROM build\nUSER node\n```\n\n```dockerfile good\nFROM debian@sha256:0000000000000000000000000000000000000000000000000000000000000000\nUSER nobody\n```\n\n```dockerfile good options={"images":"services"}\nFROM alpine:latest\nUSER nobody\nEXPOSE 8080\nENTRYPOINT ["/usr/bin/serve"]\n```\n\n```dockerfile good options={"images":"services"}\nFROM node\nRUN npm install --global linter\nUSER node\nENTRYPOINT ["linter"]\n```\n'],["dockerfile/tagged-copied-image",`# Images that files are copied from have a tag other than latest

Programs that \`COPY --from\` or a mount takes out of an image end up in yours just as a base image does. With a tag that moves, the next build may bring another version of them, and nobody can say which one runs. Name a version or a digest.
Stages, build contexts that a Compose file names, and names with variables are not judged.

## Bad

\`\`\`dockerfile bad
FROM python:3.13-slim
COPY --from=ghcr.io/astral-sh/uv:latest /uv /usr/local/bin/uv
RUN --mount=type=bind,from=ghcr.io/octo/tools,target=/tools /tools/setup
USER nobody
\`\`\`

\`\`\`text findings
2:13: warning: \`ghcr.io/astral-sh/uv:latest\` is whatever was pushed last, so that the files copied from it differ from day to day. Name the version that you test with.
3:28: warning: \`ghcr.io/octo/tools\` has no tag, which means \`latest\`: whatever was pushed last, so that the files copied from it differ from day to day. Name the version that you test with.
\`\`\`

## Good

\`\`\`dockerfile good
FROM golang:1.25 AS build
RUN go build -o /app .

FROM alpine:3.22
COPY --from=build /app /app
COPY --from=ghcr.io/astral-sh/uv:0.9.11 /uv /usr/local/bin/uv
USER nobody
\`\`\`
`],["dockerfile/tagged-default-image","# The default of a base image has a tag other than latest\n\nA build argument lets whoever builds choose the version of the base image. When its default is `latest`, a build without arguments takes whatever was pushed last, and the same Dockerfile gives another image tomorrow. Where every build passes the argument the default does not matter, which is why nobody is told unless they ask for this rule.\n\n## Bad\n\n```dockerfile bad\nARG VERSION=latest\nFROM alpine:${VERSION}\nUSER nobody\n```\n\n```text findings\n2:6: info: In a build without arguments this is `alpine:latest`: whatever was pushed last. Give the ARG the version that you test with as its default.\n```\n\n## Good\n\n```dockerfile good\nARG VERSION=3.22\nFROM alpine:${VERSION}\nUSER nobody\n```\n"],["dockerfile/telemetry-off",`# Tools in a build send no statistics

Several tools report each use to their makers, from builds and containers as well: versions, project identifiers, addresses. Some companies forbid it, and on machines without a way out it costs time. Each tool has a variable that turns it off. Whether it should be off is for whoever runs the build to decide, which is why nobody is told unless they ask for it.

## Bad

\`\`\`dockerfile bad
FROM node:24-slim
RUN npx next build
USER node
\`\`\`

\`\`\`text findings
2:5: info: \`npx\` tells its makers about each build. \`ENV NEXT_TELEMETRY_DISABLED=1\` turns that off.
\`\`\`

## Good

\`\`\`dockerfile good
FROM node:24-slim
ENV NEXT_TELEMETRY_DISABLED=1
RUN npx next build
USER node
\`\`\`
`],["dockerfile/trusted-registries",`# Images come from registries that you trust

What an image brings runs in your builds and in production. Name the registries, or the parts of them, whose images you have decided to trust; then an image from elsewhere does not get in unseen, be it a misspelt name or a stranger's upload. Without settings the rule says nothing.

## Bad

\`\`\`dockerfile bad options={"registries":["ghcr.io/octo","docker.io/library","*.octo.dev"]}
FROM golang:1.25 AS build
FROM randomrepo/python:3.13 AS tools
FROM quay.io/octo/base:4
COPY --from=ghcr.io/other/uv:0.9.11 /uv /bin/uv
USER nobody
\`\`\`

\`\`\`text findings
2:6: error: \`randomrepo/python:3.13\` comes from docker.io/randomrepo, which is not among the registries that your settings trust: ghcr.io/octo, docker.io/library, *.octo.dev.
3:6: error: \`quay.io/octo/base:4\` comes from quay.io, which is not among the registries that your settings trust: ghcr.io/octo, docker.io/library, *.octo.dev.
4:13: error: \`ghcr.io/other/uv:0.9.11\` comes from ghcr.io, which is not among the registries that your settings trust: ghcr.io/octo, docker.io/library, *.octo.dev.
\`\`\`

## Good

\`\`\`dockerfile good options={"registries":["ghcr.io/octo","docker.io","*.octo.dev"]}
FROM golang:1.25 AS build
FROM randomrepo/python:3.13 AS tools
FROM registry.octo.dev/base:4
COPY --from=build /app /app
COPY --from=ghcr.io/octo/uv:0.9.11 /uv /bin/uv
USER nobody
\`\`\`
`],["dockerfile/unique-labels",`# A stage sets each label once

Of two labels with the same key the later one is in the image. The earlier one is a mistake: the wrong key, or a value that somebody forgot to change.

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
LABEL org.opencontainers.image.version=1.4.0 \\
      org.opencontainers.image.title=shop
LABEL org.opencontainers.image.version=1.5.0
USER nobody
\`\`\`

\`\`\`text findings
2:7: warning: \`org.opencontainers.image.version\` is set again below, and only that value is in the image.
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22 AS base
LABEL org.opencontainers.image.title=base
FROM base
LABEL org.opencontainers.image.title=shop org.opencontainers.image.version=1.5.0
USER nobody
\`\`\`
`],["dockerfile/unique-stage-names",`# Every stage has a name of its own

Names of stages do not depend on case. When two are the same, \`COPY --from\`, \`FROM\` and \`docker build --target\` mean one of them, and which one depends on where they stand; BuildKit warns of it.

## Bad

\`\`\`dockerfile bad
FROM node:24.11-alpine AS build
RUN npm ci

FROM golang:1.25 AS Build
RUN go build .

FROM alpine:3.22
COPY --from=build /app /app
USER nobody
\`\`\`

\`\`\`text findings
4:21: error: An earlier stage is called \`Build\`, too: \`--from=Build\` and \`--target\` can mean only one of them.
\`\`\`

## Good

\`\`\`dockerfile good
FROM node:24.11-alpine AS web
FROM golang:1.25 AS api
FROM alpine:3.22
COPY --from=web /app /app
USER nobody
\`\`\`
`],["dockerfile/update-with-install",`# Package lists are updated in the RUN that installs from them

The build cache keeps a RUN for as long as its text stays the same. When the update stands alone, it runs once; whoever adds a package to the install below months later installs from the old list, which names versions that the mirrors no longer have. In one RUN both are
done again together. The fix moves the update in front of the install, and has the lists removed behind it where they would stay in the image.

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
RUN apk update
COPY app /app
RUN apk add curl && rm -rf /var/cache/apk/*
USER nobody
\`\`\`

\`\`\`text findings
2:5: warning: This \`apk update\` is a layer of its own, and the build cache keeps it: an install below that changes months later still sees today's list and asks for packages that are gone.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
COPY app /app
RUN apk update \\
    && apk add curl && rm -rf /var/cache/apk/*
USER nobody
\`\`\`

\`\`\`dockerfile bad
FROM debian:13.2-slim AS build
RUN apt-get update
RUN apt-get install -y --no-install-recommends make
RUN apt-get install -y \\
        --no-install-recommends \\
        gcc
FROM debian:13.2-slim
COPY --from=build /app /app
USER nobody
\`\`\`

\`\`\`text findings
2:5: warning: This \`apt-get update\` is a layer of its own, and the build cache keeps it: an install below that changes months later still sees today's list and asks for packages that are gone.
\`\`\`

\`\`\`dockerfile fixed
FROM debian:13.2-slim AS build
RUN apt-get update \\
    && apt-get install -y --no-install-recommends make
RUN apt-get update \\
    && apt-get install -y \\
        --no-install-recommends \\
        gcc
FROM debian:13.2-slim
COPY --from=build /app /app
USER nobody
\`\`\`

\`\`\`dockerfile bad
FROM debian:13.2-slim AS build
RUN apt-get -qq update
RUN apt-get install -y --no-install-recommends curl && apt-get install -y --no-install-recommends git
FROM debian:13.2-slim
COPY --from=build /app /app
USER nobody
\`\`\`

\`\`\`text findings
2:5: warning: This \`apt-get update\` is a layer of its own, and the build cache keeps it: an install below that changes months later still sees today's list and asks for packages that are gone.
\`\`\`

\`\`\`dockerfile fixed
FROM debian:13.2-slim AS build
RUN apt-get -qq update \\
    && apt-get install -y --no-install-recommends curl && apt-get install -y --no-install-recommends git
FROM debian:13.2-slim
COPY --from=build /app /app
USER nobody
\`\`\`

\`\`\`dockerfile bad
FROM archlinux:base-20251116.0.452649
RUN pacman -Syu --noconfirm
RUN pacman -S --noconfirm nginx
USER nobody
\`\`\`

\`\`\`text findings
2:5: warning: This \`pacman -Syu\` is a layer of its own, and the build cache keeps it: an install below that changes months later still sees today's list and asks for packages that are gone.
\`\`\`

\`\`\`dockerfile fixed
FROM archlinux:base-20251116.0.452649
RUN pacman -Syu --noconfirm \\
    && pacman -S --noconfirm nginx
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM debian:13.2-slim
RUN apt-get update \\
    && apt-get install -y --no-install-recommends curl \\
    && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
USER nobody
\`\`\`
`],["dockerfile/upper-case-instructions",`# Instructions are written in upper case

Docker takes instructions in any case. By convention they are written in upper case, in all of Docker's documentation and in nearly all files, so that readers and simple tools tell them from arguments. A file that is in lower case throughout works as well, which is why nobody is told unless they ask for this rule; single instructions that differ from the others are told by \`consistent-instruction-casing\`.

<!-- not in lower-case: a file in lower case is what the rule is about -->

## Bad

\`\`\`dockerfile bad
from alpine:3.22
run apk add --no-cache curl
user nobody
\`\`\`

\`\`\`text findings
1:1: info: The instructions of this file are written in lower case. In upper case they stand out from their arguments, as everybody knows them.
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
RUN apk add --no-cache curl
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22
RUN apk add --no-cache curl
USER nobody
\`\`\`
`],["dockerfile/user-is-set",'# Every image says as whom it runs\n\nWithout USER an image runs as the user of its base, and whoever changes the base may change that unseen. An explicit USER says it, also for bases that are fine as they are.\nThe rule is in `strict` only: images that are not run by themselves, and bases that nothing is known about, are told here, too. What surely runs as root is told by the rule `non-root-user`.\n\n## Bad\n\n```dockerfile bad\nFROM registry.example.com/octo/runtime:4\nCOPY app /app\nCMD ["/app"]\n```\n\n```text findings\n1:6: info: No USER is set, so that the user of `registry.example.com/octo/runtime:4` is used, which nobody sees here and which is root for most images.\n```\n\n```dockerfile bad\nFROM debian:13.2-slim AS base\nRUN mkdir /data\n\nFROM base\nCOPY app /app\n```\n\n```text findings\n4:6: info: No USER is set, so that the user of `debian:13.2-slim` is used, which nobody sees here and which is root for most images.\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim AS build\nFROM gcr.io/distroless/static-debian12:nonroot\nCOPY app /app\n```\n\n```dockerfile good\nFROM nginxinc/nginx-unprivileged:1.29.3\nCOPY site /usr/share/nginx/html\n```\n'],["dockerfile/uv-instead-of-conda",`# Python packages for GPUs are installed without conda

conda installs whole environments: Python, libraries of C, and those of CUDA, which the base image has as well. PyTorch and its like are published as wheels, too, which pip and uv install on top of what the image brings, in less space and time. An opinion, which nobody is told unless they ask for it.

## Bad

\`\`\`dockerfile bad
FROM nvidia/cuda:12.9.1-runtime-ubuntu24.04
RUN conda install -y pytorch
USER nobody
\`\`\`

\`\`\`text findings
2:5: info: \`conda\` brings libraries of CUDA and a Python of its own beside those of \`nvidia/cuda:12.9.1-runtime-ubuntu24.04\`. Wheels from PyPI, with pip or uv, use what is there.
\`\`\`

## Good

\`\`\`dockerfile good
FROM nvidia/cuda:12.9.1-runtime-ubuntu24.04
RUN uv pip install --require-hashes -r requirements.txt
USER nobody
\`\`\`
`],["dockerfile/valid-dockerfile",`# The Dockerfile is one that BuildKit accepts

BuildKit refuses the file at this place, so nothing is built: an argument is missing, a flag does not exist, a quote is not closed, there is no FROM.
It is found here before a build has pulled its base images. What depends on the build context or on build arguments is not judged.

## Bad

\`\`\`dockerfile bad
FROM alpine:3.22
COPY app
EXPOSE http
USER nobody
\`\`\`

\`\`\`text findings
2:6: error: COPY has a source but no destination. Write COPY <source> <destination>.
3:8: error: \`http\` is no port. Write a number from 0 to 65535 or a range, such as 8080, 53/udp or 7000-7010.
\`\`\`

\`\`\`dockerfile bad
FROM alpine:3.22
COPY --form=build /app /app
USER nobody
\`\`\`

\`\`\`text findings
2:6: error: COPY has no flag \`--form\`. Did you mean --from?
\`\`\`

\`\`\`dockerfile fixed
FROM alpine:3.22
COPY --from=build /app /app
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM alpine:3.22
COPY app /app
EXPOSE 8080
USER nobody
\`\`\`
`],["dockerfile/valid-exec-form",`# The exec form is valid JSON

The exec form is a JSON array: double quotes, commas between, none behind the last. Anything else is the shell form, silently: \`CMD ['nginx']\` makes a shell look for a program called \`[nginx]\`, and COPY looks for a file called \`['a',\`. The build of such a CMD is green, and the container does not start.
What may be a test, such as \`RUN [ -f /app ]\`, is not looked at. The fix changes what runs, to what was meant.

## Bad

\`\`\`dockerfile bad
FROM nginx:1.29.3
USER nginx
CMD ['nginx', '-g', 'daemon off;']
\`\`\`

\`\`\`text findings
3:5: error: What stands in brackets behind \`CMD\` is no JSON, so Docker takes it for the shell form and lets a shell read the brackets and quotes.
\`\`\`

\`\`\`dockerfile fixed
FROM nginx:1.29.3
USER nginx
CMD ["nginx", "-g", "daemon off;"]
\`\`\`

\`\`\`dockerfile bad
FROM nginx:1.29.3
HEALTHCHECK --interval=30s CMD [curl, -f, http://localhost/]
COPY ["index.html", "/usr/share/nginx/html/",]
USER nginx
\`\`\`

\`\`\`text findings
2:32: error: What stands in brackets behind \`HEALTHCHECK\` is no JSON, so Docker takes it for the shell form and lets a shell read the brackets and quotes.
3:6: error: What stands in brackets behind \`COPY\` is no JSON, so Docker takes the brackets, quotes and commas for parts of the paths.
\`\`\`

\`\`\`dockerfile fixed
FROM nginx:1.29.3
HEALTHCHECK --interval=30s CMD ["curl", "-f", "http://localhost/"]
COPY ["index.html", "/usr/share/nginx/html/"]
USER nginx
\`\`\`

\`\`\`dockerfile bad
FROM node:24-alpine
USER node
ENTRYPOINT ["node" "server.js"]
CMD ["--port", "8080"
\`\`\`

\`\`\`text findings
3:12: error: What stands in brackets behind \`ENTRYPOINT\` is no JSON, so Docker takes it for the shell form and lets a shell read the brackets and quotes.
4:5: error: What stands in brackets behind \`CMD\` is no JSON, so Docker takes it for the shell form and lets a shell read the brackets and quotes.
\`\`\`

\`\`\`dockerfile fixed
FROM node:24-alpine
USER node
ENTRYPOINT ["node", "server.js"]
CMD ["--port", "8080"]
\`\`\`

## Good

\`\`\`dockerfile good
FROM nginx:1.29.3
RUN [ -f /etc/nginx/nginx.conf ]
RUN [ "$A" = "b" ] || echo '[a, b]'
USER nginx
CMD ["nginx", "-g", "daemon off;"]
\`\`\`
`],["dockerfile/valid-label-keys","# Labels have keys as Docker recommends them\n\nDocker takes any key. Its guidelines ask for lower-case letters, digits, single dots and hyphens, and for a prefix that is a domain of yours, so that tools can filter by them and nobody means something else by the same key. `com.docker.*`, `io.docker.*` and `org.dockerproject.*` are Docker's own.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nLABEL Maintainer=shop@example.com build..date=2026-11-21 com.docker.shop=1 vcs_ref=1\nUSER nobody\n```\n\n```text findings\n2:7: info: `Maintainer` is no label key as Docker recommends them: lower-case letters and digits, between them single dots or hyphens.\n2:35: info: `build..date` is no label key as Docker recommends them: lower-case letters and digits, between them single dots or hyphens.\n2:58: info: Docker keeps labels that begin with `com.docker.` for itself.\n2:76: info: `vcs_ref` is no label key as Docker recommends them: lower-case letters and digits, between them single dots or hyphens.\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nLABEL org.opencontainers.image.title=shop com.example.build-date=2026-11-21\nUSER nobody\n```\n"],["dockerfile/valid-label-values",'# Labels have values of the kind that their key promises\n\nThe OCI image specification says what its labels hold: `created` a date and time after RFC 3339, `url`, `documentation` and `source` an address, `licenses` an SPDX expression. Registries and scanners read them. Keys of your own can be added to the option `formats`, which replaces the list. Values with variables are not looked at.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nLABEL org.opencontainers.image.created="21 Nov 2026" \\\n      org.opencontainers.image.licenses="Apache License 2.0" \\\n      org.opencontainers.image.source=github.com/octo/shop\nUSER nobody\n```\n\n```text findings\n2:40: info: `org.opencontainers.image.created` is no date and time as RFC 3339 writes them, such as 2026-11-21T08:00:00Z: `21 Nov 2026`. Tools that read the label fail on it or skip it.\n3:41: info: `org.opencontainers.image.licenses` is no SPDX licence expression, such as Apache-2.0 or MIT OR Apache-2.0: `Apache License 2.0`. Tools that read the label fail on it or skip it.\n4:39: info: `org.opencontainers.image.source` is no address with scheme and host: `github.com/octo/shop`. Tools that read the label fail on it or skip it.\n```\n\n```dockerfile bad options={"formats":{"com.example.contact":"email","com.example.release":"semver","com.example.commit":"hash","com.example.team":"text"}}\nFROM alpine:3.22\nLABEL com.example.contact=nobody com.example.release=1.4 com.example.commit=main com.example.team=""\nUSER nobody\n```\n\n```text findings\n2:27: info: `com.example.contact` is no e-mail address: `nobody`. Tools that read the label fail on it or skip it.\n2:54: info: `com.example.release` is no semantic version, such as 1.4.2: `1.4`. Tools that read the label fail on it or skip it.\n2:77: info: `com.example.commit` is no Git commit: 7, 40 or 64 hexadecimal digits: `main`. Tools that read the label fail on it or skip it.\n2:99: info: `com.example.team` is empty. Tools that read the label fail on it or skip it.\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nARG COMMIT\nLABEL org.opencontainers.image.created=2026-11-21T08:00:00Z \\\n      org.opencontainers.image.licenses="MIT OR Apache-2.0" \\\n      org.opencontainers.image.source=https://github.com/octo/shop/tree/$COMMIT\nUSER nobody\n```\n'],["dockerfile/variables-set-here","# The file sets every variable that it uses\n\nA variable that only the base image can set is invisible to the reader, and becomes empty without an error when that image changes or never had it. Most files rely on such variables on purpose, `$JAVA_HOME` or `$PHP_INI_DIR`, so no preset but `all` has this rule. Of ENV instructions in a row the first one is told. Where the base image is known to set nothing, `defined-variables` speaks.\n\n## Bad\n\n```dockerfile bad\nFROM eclipse-temurin:25-jre\nENV LD_LIBRARY_PATH=/opt/lib:$LD_LIBRARY_PATH\nUSER nobody\n```\n\n```text findings\n2:30: info: `$LD_LIBRARY_PATH` is set nowhere in this file: it is what the base image makes of it, or empty.\n```\n\n## Good\n\n```dockerfile good\nFROM eclipse-temurin:25-jre\nENV LD_LIBRARY_PATH=/opt/lib\nENV LD_LIBRARY_PATH=$LD_LIBRARY_PATH:/srv/lib\nUSER nobody\n```\n"],["dockerfile/verified-downloads",'# Downloads are compared with a checksum\n\nAn address is no promise: releases are replaced, accounts are taken over, domains are sold. A checksum in the Dockerfile makes the build stop when the file is another one than the one that was tested. A signature that `gpg` or `cosign` checks serves as well, and `ADD --checksum=sha256:\u2026` does both in one. Files that are only data are not looked at.\nWhere the newest release is wanted on purpose there is no checksum to write: that is why this is on in the presets `security` and `strict` only.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN curl -fsSLO https://example.com/app-1.4.tar.gz && tar -xzf app-1.4.tar.gz -C /opt\nRUN wget -q -O /usr/local/bin/tool https://example.com/tool && chmod +x /usr/local/bin/tool\nUSER nobody\n```\n\n```text findings\n2:5: warning: What `curl` fetches here is used as it comes: whoever can change it at its address changes this image. Compare it first: `echo "<sha256>  <file>" | sha256sum -c`.\n3:5: warning: What `wget` fetches here is used as it comes: whoever can change it at its address changes this image. Compare it first: `echo "<sha256>  <file>" | sha256sum -c`.\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nRUN curl -fsSLO https://example.com/app-1.4.tar.gz \\\n    && echo "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9  app-1.4.tar.gz" | sha256sum -c \\\n    && tar -xzf app-1.4.tar.gz -C /opt\nRUN curl -fsSL -o /etc/apt/keyrings/example.asc https://example.com/key.asc && chmod 644 /etc/apt/keyrings/example.asc\nUSER nobody\n```\n'],["dockerfile/verified-packages",'# Packages are installed with their signatures checked\n\nSignatures are what tells a package of your distribution from one that somebody put in its place, on a mirror or on the way. With these options the build installs either. When a repository is yours, import its key instead.\nFiles of apk that lie in the image already are not reported: an own package has no signature unless somebody signs it.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN apt-get update \\\n    && apt-get install -y --no-install-recommends --allow-unauthenticated curl \\\n    && rm -rf /var/lib/apt/lists/*\nUSER nobody\n```\n\n```text findings\n3:51: warning: With `--allow-unauthenticated` `apt-get` installs packages that nobody signed, or that somebody changed on the way.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nRUN apt-get update \\\n    && apt-get install -y --no-install-recommends curl \\\n    && rm -rf /var/lib/apt/lists/*\nUSER nobody\n```\n\n```dockerfile bad\nFROM alpine:3.22\nRUN apk add --no-cache --allow-untrusted glibc\nUSER nobody\n```\n\n```text findings\n2:24: warning: With `--allow-untrusted` `apk` installs packages that nobody signed, or that somebody changed on the way.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nRUN apk add --no-cache glibc\nUSER nobody\n```\n\n```dockerfile bad\nFROM fedora:43\nRUN dnf install -y --nogpgcheck git && rpm -i --nosignature /tmp/a.rpm && dnf clean all\nUSER nobody\n```\n\n```text findings\n2:20: warning: With `--nogpgcheck` `dnf` installs packages that nobody signed, or that somebody changed on the way.\n2:47: warning: With `--nosignature` `rpm` installs packages that nobody signed, or that somebody changed on the way.\n```\n\n```dockerfile fixed\nFROM fedora:43\nRUN dnf install -y git && rpm -i /tmp/a.rpm && dnf clean all\nUSER nobody\n```\n\n```dockerfile bad\nFROM python:3.13-slim\nRUN pip install --no-cache-dir --trusted-host pypi.python.org flask==3.1.2\nUSER nobody\n```\n\n```text findings\n2:32: warning: With `--trusted-host` `pip` installs packages that nobody signed, or that somebody changed on the way.\n```\n\n```dockerfile fixed\nFROM python:3.13-slim\nRUN pip install --no-cache-dir flask==3.1.2\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM fedora:43\nRUN dnf install -y git && dnf clean all\nUSER nobody\n```\n\n```dockerfile good\nFROM alpine:3.22\nARG HOST\nCOPY packages/ /tmp/\nRUN apk add --no-cache --allow-untrusted /tmp/own-*.apk \\\n    && pip install --no-cache-dir --trusted-host "$HOST" flask==3.1.2\nUSER nobody\n```\n'],["dockerfile/verified-remote-add",`# ADD compares what it downloads with a checksum

An address is no promise: what is behind it today may be another file tomorrow, and the build cache does not tell which one the image has. \`ADD --checksum=sha256:\u2026\` stops the build when it is not the file that was tested, and needs neither curl nor a shell. A Git address is told its commit behind \`#\`. Files that are only data are not looked at.
Some tools ask for curl in place of ADD; that was right before ADD could check.

## Bad

\`\`\`dockerfile bad
FROM debian:13.2-slim
ADD https://example.com/other.tar.gz /opt/
USER nobody
\`\`\`

\`\`\`text findings
2:5: warning: ADD takes whatever is at this address on the day of the build. With \`--checksum=sha256:\u2026\` the build stops when it is something else.
\`\`\`

## Good

\`\`\`dockerfile good
FROM debian:13.2-slim
ADD --checksum=sha256:5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9 https://example.com/other.tar.gz /opt/
ADD https://github.com/octo/shop.git#8f3c1a2 /src
USER nobody
\`\`\`
`],["dockerfile/verified-tls","# Certificates are checked\n\nWithout the check everybody on the way between the build and the server can answer in its place, and what they send ends up in the image. When the server has a certificate of your own authority, add that authority instead.\nVariables that turn the check off are worse: they hold for every program in the image, also when it runs.\n\n## Bad\n\n```dockerfile bad\nFROM alpine:3.22\nRUN wget --no-check-certificate https://example.com/a.tar.gz\nUSER nobody\n```\n\n```text findings\n2:10: warning: With `--no-check-certificate` `wget` takes what it gets from whoever answers, without checking the certificate.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nRUN wget https://example.com/a.tar.gz\nUSER nobody\n```\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN curl -fsSLk -o /a https://example.com/a && curl --insecure -o /b https://example.com/b\nUSER nobody\n```\n\n```text findings\n2:10: warning: With `-fsSLk` `curl` takes what it gets from whoever answers, without checking the certificate.\n2:53: warning: With `--insecure` `curl` takes what it gets from whoever answers, without checking the certificate.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nRUN curl -fsSL -o /a https://example.com/a && curl -o /b https://example.com/b\nUSER nobody\n```\n\n```dockerfile bad\nFROM node:24.11-alpine\nENV NODE_TLS_REJECT_UNAUTHORIZED=0 \\\n    NPM_CONFIG_STRICT_SSL=false\nUSER node\n```\n\n```text findings\n2:5: warning: `NODE_TLS_REJECT_UNAUTHORIZED` turns the check of certificates off for every program that follows, in the build and in the container.\n3:5: warning: `NPM_CONFIG_STRICT_SSL` turns the check of certificates off for every program that follows, in the build and in the container.\n```\n\n```dockerfile bad\nFROM node:24.11-alpine\nRUN npm config set strict-ssl false && NODE_TLS_REJECT_UNAUTHORIZED=0 npm ci\nRUN git -c http.sslVerify=false clone https://example.com/a.git\nRUN export GIT_SSL_NO_VERIFY=1 && git clone https://example.com/b.git\nUSER node\n```\n\n```text findings\n2:20: warning: With `strict-ssl` `npm` takes what it gets from whoever answers, without checking the certificate.\n2:40: warning: With `NODE_TLS_REJECT_UNAUTHORIZED` `npm` takes what it gets from whoever answers, without checking the certificate.\n3:12: warning: With `http.sslVerify` `git` takes what it gets from whoever answers, without checking the certificate.\n4:12: warning: With `GIT_SSL_NO_VERIFY` `the rest of the RUN` takes what it gets from whoever answers, without checking the certificate.\n```\n\n```dockerfile fixed\nFROM node:24.11-alpine\nRUN npm ci\nRUN git -c http.sslVerify=false clone https://example.com/a.git\nRUN export GIT_SSL_NO_VERIFY=1 && git clone https://example.com/b.git\nUSER node\n```\n\n```dockerfile bad\nFROM fedora:43\nRUN dnf config-manager --save --setopt=sslverify=0 && dnf install -y git && dnf clean all\nUSER nobody\n```\n\n```text findings\n2:31: warning: With `--setopt=sslverify` `dnf` takes what it gets from whoever answers, without checking the certificate.\n```\n\n```dockerfile fixed\nFROM fedora:43\nRUN dnf install -y git && dnf clean all\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM node:24.11-alpine\nENV NODE_TLS_REJECT_UNAUTHORIZED=1 NODE_EXTRA_CA_CERTS=/etc/ssl/octo.pem\nRUN curl -fsSL -o /a https://example.com/a\nUSER node\n```\n"],["dockerfile/wget-without-progress-bar","# wget draws no progress bar\n\nOn a terminal wget draws a bar that moves; in a build log each step is a line. `-nv` keeps errors and one line for each file, `-q` is what BusyBox's wget knows, `--progress=dot:giga` prints a few dots.\n\n## Bad\n\n```dockerfile bad\nFROM debian:13.2-slim\nRUN wget https://example.com/app.tar.gz\nUSER nobody\n```\n\n```text findings\n2:5: info: `wget` draws its progress bar into the build log: thousands of lines in which the ones that matter are lost.\n```\n\n```dockerfile fixed\nFROM debian:13.2-slim\nRUN wget -nv https://example.com/app.tar.gz\nUSER nobody\n```\n\n```dockerfile bad\nFROM alpine:3.22\nRUN wget -O /app.tar.gz https://example.com/app.tar.gz\nUSER nobody\n```\n\n```text findings\n2:5: info: `wget` draws its progress bar into the build log: thousands of lines in which the ones that matter are lost.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nRUN wget -q -O /app.tar.gz https://example.com/app.tar.gz\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM debian:13.2-slim\nRUN wget -nv https://example.com/a && wget -qO /b https://example.com/b && wget --progress=dot:giga https://example.com/c\nUSER nobody\n```\n"],["dockerfile/workdir-instead-of-cd",'# Directories are changed with WORKDIR\n\n`cd` lasts until the end of its RUN. At the end of one it does nothing at all, which is nearly always a mistake; at the beginning it hides where the step runs, and the next RUN has to repeat it. WORKDIR says it once, for all that follows, and creates the folder.\nA `cd` in the middle of a command, into a temporary folder, in a subshell or in a heredoc is fine. With the fix later instructions begin in that directory, too.\nBy default only a `cd` at the end of a RUN is told: elsewhere it is a matter of taste, which `commands: all` tells, too.\n\n<!-- not in heredoc: a script may change its directory -->\n\n## Bad\n\n```dockerfile bad\nFROM node:24.11-alpine\nRUN cd /srv/web && npm ci && npm run build\nUSER node\n```\n\n```text findings\n2:5: info: `cd /srv/web` hides in a command where this step runs, and each later step has to repeat it.\n```\n\n```dockerfile fixed\nFROM node:24.11-alpine\nWORKDIR /srv/web\nRUN npm ci && npm run build\nUSER node\n```\n\n```dockerfile bad\nFROM alpine:3.22\nRUN cd /srv/web\nCOPY . .\nUSER nobody\n```\n\n```text findings\n2:5: info: `cd /srv/web` at the end of a RUN changes nothing: the next instruction begins in the working directory again.\n```\n\n```dockerfile fixed\nFROM alpine:3.22\nWORKDIR /srv/web\nCOPY . .\nUSER nobody\n```\n\n```dockerfile bad\nFROM alpine:3.22\nRUN mkdir -p /srv/web && cd /srv/web\nUSER nobody\n```\n\n```text findings\n2:26: info: `cd /srv/web` at the end of a RUN changes nothing: the next instruction begins in the working directory again.\n```\n\n```dockerfile bad options={"commands":"without-effect"}\nFROM debian:13.2-slim\nRUN mkdir -p /srv/web && cd /srv/web\nUSER nobody\n```\n\n```text findings\n2:26: info: `cd /srv/web` at the end of a RUN changes nothing: the next instruction begins in the working directory again.\n```\n\n## Good\n\n```dockerfile good\nFROM alpine:3.22\nRUN cd /tmp && wget https://example.com/a.tar.gz\nRUN wget https://example.com/b.tar.gz && tar xf b.tar.gz && cd b && make\nRUN (cd /srv && make)\nWORKDIR /srv/web\nUSER nobody\n```\n\n```dockerfile good options={"commands":"without-effect"}\nFROM debian:13.2-slim\nRUN cd /srv/web && make\nUSER nobody\n```\n'],["dockerfile/yarn-cache-removed",`# Yarn leaves no cache in the image

Yarn 1 keeps every package that it downloads under \`~/.cache/yarn\`, beside the copy in \`node_modules\`. A cache mount on that folder serves as well and makes rebuilds faster. Stages whose layers are not in the final image are not looked at, nor are later versions of Yarn where they show by \`--immutable\`.

## Bad

\`\`\`dockerfile bad
FROM node:24.11-alpine
COPY package.json yarn.lock ./
RUN yarn install --frozen-lockfile
USER node
\`\`\`

\`\`\`text findings
3:5: info: \`yarn\` keeps a copy of every package that it downloads in this layer, where nothing will use it.
\`\`\`

\`\`\`dockerfile fixed
FROM node:24.11-alpine
COPY package.json yarn.lock ./
RUN yarn install --frozen-lockfile \\
    && yarn cache clean
USER node
\`\`\`

## Good

\`\`\`dockerfile good
FROM node:24.11-alpine AS build
RUN yarn install
FROM node:24.11-alpine
RUN yarn install --production && yarn cache clean
RUN --mount=type=cache,target=/usr/local/share/.cache yarn install
RUN yarn install --immutable && yarn build
COPY --from=build /app /app
USER node
\`\`\`
`],["dockerfile/yjit-for-ruby",'# Ruby in production compiles with YJIT\n\nYJIT compiles Ruby while it runs. Rails 7.2 and later switch it on by themselves from Ruby 3.3 on; other applications have to ask, with `RUBY_YJIT_ENABLE=1` or `--yjit`. It takes some memory. Looked at are images that start a server or a worker, or set `RAILS_ENV` or `RACK_ENV` to production, and nobody is told unless they ask for it.\n\n## Bad\n\n```dockerfile bad\nFROM ruby:3.4-slim\nENV RAILS_ENV=production\nCMD ["./bin/rails", "server"]\nUSER nobody\n```\n\n```text findings\n1:6: info: `ruby:3.4-slim` brings YJIT, Ruby\'s compiler, and leaves it off. `ENV RUBY_YJIT_ENABLE=1` makes most applications faster by a sixth or more, for some memory.\n```\n\n## Good\n\n```dockerfile good\nFROM ruby:3.4-slim\nENV RAILS_ENV=production\nENV RUBY_YJIT_ENABLE=1\nUSER nobody\nCMD ["./bin/rails", "server"]\n```\n'],["dockerfile/zypper-cache-removed",`# zypper cleans up behind it

zypper keeps what it downloads about its repositories under \`/var/cache/zypp\`. Each RUN is a layer: what is removed in a later one is still shipped. A cache mount on that folder serves as well. Stages whose layers are not
in the final image are not looked at, nor are images for development and tests, which the path
or the name of a stage tells: nobody ships them.

## Bad

\`\`\`dockerfile bad
FROM opensuse/leap:16.0
RUN zypper -n install git
USER nobody
\`\`\`

\`\`\`text findings
2:5: info: What \`zypper\` downloads about its repositories stays in this layer. Cleaning up in a later instruction makes the image no smaller.
\`\`\`

\`\`\`dockerfile fixed
FROM opensuse/leap:16.0
RUN zypper -n install git \\
    && zypper clean --all
USER nobody
\`\`\`

\`\`\`dockerfile bad
FROM opensuse/leap:16.0
RUN zypper -n refresh \\
    && zypper -n install --no-recommends git
USER nobody
\`\`\`

\`\`\`text findings
3:8: info: What \`zypper\` downloads about its repositories stays in this layer. Cleaning up in a later instruction makes the image no smaller.
\`\`\`

\`\`\`dockerfile fixed
FROM opensuse/leap:16.0
RUN zypper -n refresh \\
    && zypper -n install --no-recommends git \\
    && zypper clean --all
USER nobody
\`\`\`

## Good

\`\`\`dockerfile good
FROM opensuse/leap:16.0
RUN zypper -n install git && zypper clean --all
RUN --mount=type=cache,target=/var/cache/zypp zypper -n install make
USER nobody
\`\`\`

\`\`\`dockerfile good
FROM opensuse/leap:16.0 AS test
RUN zypper --non-interactive install git
\`\`\`
`],["dockerfile/zypper-non-interactive","# zypper does not ask\n\nzypper asks before every change of packages, and in a build nobody answers. `--non-interactive` in front of the command answers every question with the default; `-y` behind `install` answers only the one.\n\n## Bad\n\n```dockerfile bad\nFROM opensuse/leap:16.0\nRUN zypper install git && zypper clean --all\nUSER nobody\n```\n\n```text findings\n2:5: warning: `zypper install` asks before it changes packages, and in a build there is nobody to answer: the build stops.\n```\n\n```dockerfile fixed\nFROM opensuse/leap:16.0\nRUN zypper --non-interactive install git && zypper clean --all\nUSER nobody\n```\n\n```dockerfile bad\nFROM opensuse/leap:16.0\nRUN zypper --gpg-auto-import-keys refresh \\\n    && zypper in --no-recommends \\\n        git \\\n    && zypper clean --all\nUSER nobody\n```\n\n```text findings\n3:8: warning: `zypper in` asks before it changes packages, and in a build there is nobody to answer: the build stops.\n```\n\n```dockerfile fixed\nFROM opensuse/leap:16.0\nRUN zypper --gpg-auto-import-keys refresh \\\n    && zypper --non-interactive in --no-recommends \\\n        git \\\n    && zypper clean --all\nUSER nobody\n```\n\n## Good\n\n```dockerfile good\nFROM opensuse/leap:16.0\nRUN zypper -n install git && zypper install -y make && zypper clean --all\nUSER nobody\n```\n"],["project/base-image-args-given",`# A build is given the arguments that its base image needs

An ARG without a default in front of FROM is empty unless the build passes it: \`node:\${NODE_VERSION}\` is then \`node:\`, which is no image. \`docker compose build\` stops with "failed to parse stage name".
Pass it under \`build.args\`, or give the ARG a default. Arguments that only RUN uses are not judged: many are meant to be left out.

## Bad

\`\`\`yaml bad
services:
  api:
    build: ./api
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
ARG NODE_VERSION
FROM node:\${NODE_VERSION}
USER node
\`\`\`

\`\`\`text findings
compose.yaml:3:5: error: api/Dockerfile needs the argument \`NODE_VERSION\` for \`FROM node:\${NODE_VERSION}\` and has no default for it. This build is not given it, and stops there.
\`\`\`

## Good

\`\`\`yaml good
services:
  api:
    build:
      context: ./api
      args:
        - NODE_VERSION
  tools:
    build:
      context: ./api
      target: tools
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
ARG NODE_VERSION
ARG REGISTRY
FROM alpine:3.22 AS tools
USER nobody

FROM \${REGISTRY:-docker.io}/node:\${NODE_VERSION}
USER node

FROM \${REGISTRY}node:24.11-alpine
USER node
\`\`\`

\`\`\`yaml good
services:
  api:
    build: ./api
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
ARG TARGETARCH
FROM alpine:3.22 AS base-amd64

FROM alpine:3.22 AS base-arm64

FROM base-\${TARGETARCH}
USER nobody
\`\`\`
`],["project/copied-files-not-ignored",`# What is copied is not kept out by .dockerignore

A file that \`.dockerignore\` names is not sent to the builder, so COPY and ADD do not find it and the build stops, or a pattern copies less than it seems. Take the line out of \`.dockerignore\`, or make an exception with \`!\` in front. Files with exceptions are not judged: what they bring back depends on what lies in the folders.

## Bad

\`\`\`dockerfile bad file=Dockerfile
FROM node:24.11-alpine
WORKDIR /app
COPY package.json ./config/local.json ./
COPY docs /app/docs/
USER node
\`\`\`

\`\`\`text file=.dockerignore
docs
config/*.json
.env
\`\`\`

\`\`\`text findings
Dockerfile:3:19: warning: \`./config/local.json\` is not part of the build context, because .dockerignore keeps it out: COPY does not find it.
Dockerfile:4:6: warning: \`docs\` is not part of the build context, because .dockerignore keeps it out: COPY does not find it.
\`\`\`

\`\`\`dockerfile bad file=web/Dockerfile
FROM nginx:1.29.3
COPY dist /usr/share/nginx/html/
USER nginx
\`\`\`

\`\`\`text file=web/.dockerignore
dist
node_modules
\`\`\`

\`\`\`text findings
web/Dockerfile:2:6: warning: \`dist\` is not part of the build context, because web/.dockerignore keeps it out: COPY does not find it.
\`\`\`

## Good

\`\`\`dockerfile good file=Dockerfile
FROM node:24.11-alpine AS build
WORKDIR /app
COPY package.json ./
COPY src ./src

FROM node:24.11-alpine
COPY --from=build /app/docs /app/docs
ADD https://example.com/docs /app/
USER node
\`\`\`

\`\`\`text file=.dockerignore
docs
.env
.git
\`\`\`

\`\`\`dockerfile good file=Dockerfile
FROM node:24.11-alpine
WORKDIR /app
COPY docs/index.html ./
USER node
\`\`\`

\`\`\`text file=.dockerignore
docs
.env
.git
!docs/index.html
\`\`\`
`],["project/declared-build-args",`# Build arguments are declared in the Dockerfile

A build argument reaches only what the Dockerfile declares with ARG. Any other is silently ignored: the version or the switch that the Compose file asks for has no effect.
Arguments that every build takes, such as proxies and \`BUILDKIT_\u2026\`, need no ARG.

## Bad

\`\`\`yaml bad
services:
  api:
    build:
      context: ./api
      args:
        NODE_VERSON: "24.11"
        DEBUG: "1"
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
ARG NODE_VERSION=24.10
FROM node:\${NODE_VERSION}-alpine
USER node
\`\`\`

\`\`\`text findings
compose.yaml:6:9: warning: api/Dockerfile has no \`ARG NODE_VERSON\`, so that the build ignores it. Did you mean \`NODE_VERSION\`?
compose.yaml:7:9: warning: api/Dockerfile has no \`ARG DEBUG\`, so that the build ignores it.
\`\`\`

\`\`\`yaml fixed
services:
  api:
    build:
      context: ./api
      args:
        NODE_VERSION: "24.11"
\`\`\`

\`\`\`yaml bad
services:
  api:
    build:
      context: .
      args:
        - DEBUG=1
\`\`\`

\`\`\`dockerfile file=Dockerfile
FROM node:24.11-alpine
USER node
\`\`\`

\`\`\`text findings
compose.yaml:6:11: warning: Dockerfile has no \`ARG DEBUG\`, so that the build ignores it.
\`\`\`

\`\`\`yaml fixed
services:
  api:
    build:
      context: .
\`\`\`

## Good

\`\`\`yaml good
services:
  api:
    build:
      context: .
      args:
        NODE_VERSION: "24.11"
        HTTPS_PROXY: http://proxy:3128
        BUILDKIT_INLINE_CACHE: 1
\`\`\`

\`\`\`dockerfile file=Dockerfile
ARG NODE_VERSION=24.10
FROM node:\${NODE_VERSION}-alpine
USER node
\`\`\`
`],["project/dependency-shares-profile",`# A service is started together with those it depends on

A service with \`profiles\` exists for Compose only when one of them is asked for. Another service that depends on it and is started without them makes Compose refuse the whole file, because the dependency is undefined then.
Give both a profile in common, take the profile away, or make the dependency optional with \`required: false\`.

## Bad

\`\`\`yaml bad
services:
  api:
    image: ghcr.io/octo/api:2.1
    depends_on:
      - mail
  debugger:
    image: ghcr.io/octo/debugger:2.1
    profiles: [debug]
    network_mode: service:mail
  mail:
    image: ghcr.io/octo/mail:2.1
    profiles: [dev, test]
\`\`\`

\`\`\`text findings
5:9: error: \`api\` is always started, \`mail\` only with the profile \`dev\` or \`test\`: without it Compose refuses to start, because \`mail\` is undefined then.
9:27: error: \`debugger\` is started with the profile \`debug\`, \`mail\` only with the profile \`dev\` or \`test\`: without it Compose refuses to start, because \`mail\` is undefined then.
\`\`\`

## Good

\`\`\`yaml good
services:
  api:
    image: ghcr.io/octo/api:2.1
    depends_on:
      mail:
        condition: service_started
        required: false
      db:
        condition: service_started
  tests:
    image: ghcr.io/octo/tests:2.1
    profiles: [test]
    depends_on:
      - mail
      - db
  mail:
    image: ghcr.io/octo/mail:2.1
    profiles: [dev, test]
  db:
    image: postgres:17.6
\`\`\`
`],["project/dockerignore-for-context","# A .dockerignore keeps out what no image needs\n\n`COPY . .` takes everything in the build context that no `.dockerignore` keeps out. That puts the history of the repository into the image, with all that was ever committed, or `.env` files with secrets; and a `node_modules` of the machine that builds replaces the one that was installed for the image. It also makes steps run again whenever such a file changes.\nReported is only what is sure to be there: the repository's history, files that are committed, and modules that an earlier step installs. Stages that the image is not made of may copy all, except over installed modules.\n\n## Bad\n\n```dockerfile bad file=Dockerfile\nFROM node:24.11-alpine\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\nCOPY . .\nUSER node\n```\n\n```text file=package.json\n{}\n```\n\n```text file=.gitignore\nnode_modules\n```\n\n```text findings\nDockerfile:5:6: warning: `COPY .` also copies the history of the repository (`.git`), and a local `node_modules`, over the one that was installed above: there is no .dockerignore.\n```\n\n```dockerfile bad file=web/Dockerfile\nFROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nUSER nobody\n```\n\n```yaml file=compose.yaml\nservices:\n  web:\n    build: web\n```\n\n```text file=web/.env\nTOKEN=x\n```\n\n```text file=web/.dockerignore\n.git\n*.md\n```\n\n```text findings\nweb/Dockerfile:3:6: warning: `COPY .` also copies `.env`: web/.dockerignore does not keep it out.\n```\n\n```text fixed file=web/.dockerignore\n.git\n*.md\n.env\n```\n\n## Good\n\n```dockerfile good file=Dockerfile\nFROM node:24.11-alpine AS build\nWORKDIR /app\nCOPY . .\nRUN npm install\n\nFROM node:24.11-alpine\nCOPY --from=build /app/dist /app\nUSER node\n```\n\n```text file=.gitignore\nnode_modules\n```\n\n```dockerfile good file=Dockerfile\nFROM node:24.11-alpine\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\nCOPY . .\nUSER node\n```\n\n```text file=package.json\n{}\n```\n\n```text file=.gitignore\nnode_modules\n```\n\n```text file=.dockerignore\n**\n!src\n!package.json\n```\n"],["project/escaped-inline-variables",`# Variables of an inline Dockerfile are written with two dollar signs

Compose replaces variables in all its values, also in \`dockerfile_inline\`: \`$VERSION\` there is not the ARG of that name but a variable of the shell that starts the project, and nothing where that has none. Two dollar signs reach the Dockerfile as one.
Names that the Dockerfile does not declare are not told: they may well be meant for Compose.

## Bad

\`\`\`yaml bad
services:
  tools:
    build:
      dockerfile_inline: |
        FROM debian:13.2-slim
        ARG VERSION=1.4.2
        ADD https://example.com/tool-$VERSION.tar.gz /opt/\${VERSION}/
        USER 65532
\`\`\`

\`\`\`text findings
7:38: warning: Compose replaces \`$VERSION\` before the build sees it, by a variable of whoever starts the project, or by nothing: the \`VERSION\` that this Dockerfile declares is never used.
7:59: warning: Compose replaces \`\${VERSION}\` before the build sees it, by a variable of whoever starts the project, or by nothing: the \`VERSION\` that this Dockerfile declares is never used.
\`\`\`

\`\`\`yaml fixed
services:
  tools:
    build:
      dockerfile_inline: |
        FROM debian:13.2-slim
        ARG VERSION=1.4.2
        ADD https://example.com/tool-$$VERSION.tar.gz /opt/$\${VERSION}/
        USER 65532
\`\`\`

## Good

\`\`\`yaml good
services:
  tools:
    build:
      dockerfile_inline: |
        FROM debian:\${DEBIAN:-13.2-slim}
        ARG UID=\${UID}
        ARG VERSION=1.4.2
        RUN echo "$$VERSION" > /etc/tools-version
        LABEL org.opencontainers.image.revision=\${REVISION}
        USER 65532
\`\`\`
`],["project/existing-build-files",`# The Dockerfile of a build exists

A service is built from the file \`Dockerfile\` of its context, or from the one that \`dockerfile\` names, seen from the context and not from the Compose file. On Linux upper and lower case are different names: what builds on a Mac stops in CI.
Folders that the repository does not have are not judged: they come from elsewhere. By default only a Dockerfile is told beside which one with a similar name lies, for others may be made before the build.

## Bad

\`\`\`yaml bad
services:
  api:
    build:
      context: ./api
      dockerfile: dockerfile.dev
  web:
    build: ./web
\`\`\`

\`\`\`dockerfile file=api/Dockerfile.dev
FROM node:24.11-alpine
USER node
\`\`\`

\`\`\`dockerfile file=web/Dockerfile.production
FROM node:24.11-alpine
USER node
\`\`\`

\`\`\`text findings
compose.yaml:5:19: error: There is no api/dockerfile.dev, so that the build stops. Did you mean \`Dockerfile.dev\`?
compose.yaml:7:12: error: There is no web/Dockerfile, so that the build stops. Dockerfiles in this folder: \`Dockerfile.production\`.
\`\`\`

\`\`\`yaml fixed
services:
  api:
    build:
      context: ./api
      dockerfile: Dockerfile.dev
  web:
    build: ./web
\`\`\`

\`\`\`yaml bad options={"told":"similar"}
services:
  api:
    build: ./api
  web:
    build: ./web
\`\`\`

\`\`\`dockerfile file=api/Dockerfiles
FROM node:24.11-alpine
USER node
\`\`\`

\`\`\`dockerfile file=web/Dockerfile.production
FROM node:24.11-alpine
USER node
\`\`\`

\`\`\`text findings
compose.yaml:3:12: error: There is no api/Dockerfile, so that the build stops. Did you mean \`Dockerfiles\`?
\`\`\`

## Good

\`\`\`yaml good
services:
  api:
    build:
      context: ./api
      dockerfile: Dockerfile.dev
  other:
    build: ../other
\`\`\`

\`\`\`dockerfile file=api/Dockerfile.dev
FROM node:24.11-alpine
USER node
\`\`\`
`],["project/existing-build-target",`# The build target is a stage of the Dockerfile

\`build.target\` names the stage that Compose builds. When the Dockerfile has no stage of that name, because it was renamed or misspelt, the build fails.
Stages can also be named by their number. Targets that a variable gives are not judged.

## Bad

\`\`\`yaml bad
services:
  api:
    build:
      context: ./api
      target: runtme
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM node:24.11-alpine AS build
WORKDIR /app
RUN npm ci

FROM node:24.11-alpine AS runtime
COPY --from=build /app /app
USER node
\`\`\`

\`\`\`text findings
compose.yaml:5:15: error: \`runtme\` is no stage of api/Dockerfile, so that the build fails. Did you mean \`runtime\`?
\`\`\`

\`\`\`yaml fixed
services:
  api:
    build:
      context: ./api
      target: runtime
\`\`\`

\`\`\`yaml bad
services:
  api:
    build:
      context: .
      target: production
\`\`\`

\`\`\`dockerfile file=Dockerfile
FROM node:24.11-alpine
USER node
\`\`\`

\`\`\`text findings
compose.yaml:5:15: error: \`production\` is no stage of Dockerfile, so that the build fails. None of its stages has a name.
\`\`\`

## Good

\`\`\`yaml good
services:
  api:
    build:
      context: .
      target: Runtime
  tools:
    build:
      context: .
      target: \${TARGET}
\`\`\`

\`\`\`dockerfile file=Dockerfile
FROM node:24.11-alpine AS runtime
USER node
\`\`\`
`],["project/exposed-published-ports",`# Published ports are among those that the image exposes

EXPOSE is where an image tells on which ports its program listens. A service that publishes another one mostly has the wrong number behind the colon: connections to it are refused, and nothing in the logs says why.
EXPOSE opens nothing, so that a program may well listen elsewhere: then the Dockerfile is what should be put right. Services with a command, or with a port among their variables, are not judged.

## Bad

\`\`\`yaml bad
services:
  api:
    build: ./api
    ports:
      - "127.0.0.1:8080:80"
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM node:24.11-alpine
EXPOSE 3000
USER node
CMD ["node", "server.js"]
\`\`\`

\`\`\`text findings
compose.yaml:5:25: info: api/Dockerfile exposes \`3000\` and not \`80\`: either nothing listens on the port that is published, or EXPOSE tells something else than what the program does.
\`\`\`

\`\`\`yaml fixed
services:
  api:
    build: ./api
    ports:
      - "127.0.0.1:8080:3000"
\`\`\`

## Good

\`\`\`yaml good
services:
  api:
    build: ./api
    ports:
      - "127.0.0.1:8080:3000"
  web:
    build: ./web
    ports:
      - "127.0.0.1:8081:4000"
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM node:24.11-alpine
EXPOSE 3000
USER node
CMD ["node", "server.js"]
\`\`\`

\`\`\`dockerfile file=web/Dockerfile
FROM node:24.11-alpine
USER node
CMD ["node", "server.js"]
\`\`\`
`],["project/given-build-secrets",`# The secrets that a build mounts are the ones that Compose gives it

A build gets a secret under the name that Compose gives it, and \`RUN --mount=type=secret,id=\u2026\` finds it by that name only. Where the names differ the file is silently not there, and the installation fails or goes on without the token; with \`required\` the build stops.

## Bad

\`\`\`yaml bad
services:
  api:
    build:
      context: ./api
      secrets:
        - npm-token
  worker:
    build: ./worker
secrets:
  npm-token:
    environment: NPM_TOKEN
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM node:24.11-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci
USER node
\`\`\`

\`\`\`dockerfile file=worker/Dockerfile
FROM node:24.11-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN,required npm ci
USER node
\`\`\`

\`\`\`text findings
compose.yaml:6:11: warning: No RUN of api/Dockerfile mounts the secret \`npm-token\`, so that giving it to the build has no effect. Did you mean \`npm_token\`?
compose.yaml:8:5: warning: worker/Dockerfile requires the secret \`npm_token\`, which this build is not given: it stops there.
\`\`\`

\`\`\`yaml fixed
services:
  api:
    build:
      context: ./api
      secrets:
        - { source: npm-token, target: npm_token }
  worker:
    build: ./worker
secrets:
  npm-token:
    environment: NPM_TOKEN
\`\`\`

## Good

\`\`\`yaml good
services:
  api:
    build:
      context: ./api
      secrets:
        - npm-token
        - source: cert
          target: root-ca
secrets:
  npm-token:
    environment: NPM_TOKEN
  cert:
    file: ./ca.pem
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM node:24.11-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=secret,id=npm-token,env=NPM_TOKEN,required --mount=type=secret,id=root-ca --mount=type=secret,id=optional npm ci
USER node
\`\`\`
`],["project/healthcheck-tool-in-image",`# The image has the program that its health check calls

A health check runs inside of the container. Slim images have neither curl nor wget, and those on Alpine only the wget of BusyBox: a check that calls what is not there fails every time, the container is never healthy, and what waits for it never starts.
Images of which it is not known what they have are not judged, nor those whose build runs scripts that may install anything.

## Bad

\`\`\`yaml bad
services:
  api:
    build: ./api
    healthcheck:
      test: ["CMD", "curl", "-f", "http://localhost:3000/health"]
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM node:24.11-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY server.js ./
USER node
CMD ["node", "server.js"]
\`\`\`

\`\`\`text findings
compose.yaml:5:22: error: There is no \`curl\` in the image of \`api\`: api/Dockerfile does not install it, so that the check always fails. Install it, or check with a program that is there.
\`\`\`

\`\`\`yaml bad
services:
  api:
    image: python:3.14.0-alpine
    command: python -m http.server 8000
    healthcheck:
      test: curl -f http://localhost:8000 || exit 1
\`\`\`

\`\`\`text findings
6:13: error: There is no \`curl\` in the image of \`api\`: \`python:3.14.0-alpine\` does not bring it, so that the check always fails. Install it, or check with a program that is there.
\`\`\`

\`\`\`yaml fixed
services:
  api:
    image: python:3.14.0-alpine
    command: python -m http.server 8000
    healthcheck:
      test: wget -q -O /dev/null http://localhost:8000 || exit 1
\`\`\`

\`\`\`yaml bad
services:
  api:
    build: ./api
    healthcheck:
      test: ["CMD", "curl", "-fsS", "http://localhost:3000/health"]
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM node:24.11-alpine
USER node
CMD ["node", "server.js"]
\`\`\`

\`\`\`text findings
compose.yaml:5:22: error: There is no \`curl\` in the image of \`api\`: api/Dockerfile does not install it, so that the check always fails. Install it, or check with a program that is there.
\`\`\`

\`\`\`yaml fixed
services:
  api:
    build: ./api
    healthcheck:
      test: ["CMD", "wget", "-q", "-O", "/dev/null", "http://localhost:3000/health"]
\`\`\`

\`\`\`dockerfile bad file=Dockerfile
FROM debian:13.2-slim
COPY --chmod=755 server /usr/local/bin/server
USER 65532
HEALTHCHECK CMD wget -qO- http://localhost:8080/ || exit 1
CMD ["server"]
\`\`\`

\`\`\`text findings
4:17: error: There is no \`wget\` in this image: no instruction installs it, so that the check always fails. Install it, or check with a program that is there.
\`\`\`

## Good

\`\`\`yaml good
services:
  api:
    build: ./api
    healthcheck:
      test: ["CMD", "wget", "-q", "--spider", "http://localhost:3000/health"]
  worker:
    build:
      context: ./api
      target: worker
    healthcheck:
      test: curl -f http://localhost:3000/health || wget -q --spider http://localhost:3000/health
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM node:24.11-alpine AS worker
USER node

FROM node:24.11-slim
RUN apt-get update && apt-get install -y --no-install-recommends wget && rm -rf /var/lib/apt/lists/*
USER node
HEALTHCHECK CMD wget -q --spider http://localhost:3000/health
CMD ["node", "server.js"]
\`\`\`
`],["project/healthy-dependency-has-healthcheck",`# A dependency that must be healthy has a health check

With \`condition: service_healthy\` Compose waits until the other service reports that it is healthy. One that has no health check, neither in the Compose file nor in its image, never does: \`docker compose up\` starts it, and then stops with an error.
Give it a \`healthcheck\`, or wait for \`service_started\`. Images of which it is not known whether they have one are not judged.

## Bad

\`\`\`yaml bad
services:
  api:
    build: ./api
    depends_on:
      db:
        condition: service_healthy
  web:
    image: nginx:1.29.3
    depends_on:
      api:
        condition: service_healthy
  db:
    image: postgres:17.6
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM node:24.11-alpine
USER node
CMD ["node", "server.js"]
\`\`\`

\`\`\`text findings
compose.yaml:6:20: error: \`db\` can never be healthy: neither it nor the image \`postgres:17.6\` has a \`healthcheck\`. \`docker compose up\` stops with "has no healthcheck configured".
compose.yaml:11:20: error: \`api\` can never be healthy: it has no \`healthcheck\`, and api/Dockerfile has no HEALTHCHECK. \`docker compose up\` stops with "has no healthcheck configured".
\`\`\`

## Good

\`\`\`yaml good
services:
  api:
    build: ./api
    depends_on:
      db:
        condition: service_healthy
      queue:
        condition: service_healthy
  web:
    image: nginx:1.29.3
    depends_on:
      api:
        condition: service_healthy
  db:
    image: postgres:17.6
    healthcheck:
      test: [CMD-SHELL, pg_isready -U postgres]
  queue:
    image: ghcr.io/octo/queue:2.1
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM node:24.11-alpine
USER node
HEALTHCHECK CMD ["node", "health.js"]
CMD ["node", "server.js"]
\`\`\`
`],["project/image-tag-of-build",`# The tag of a built image is the version that its label tells

A service with \`image\` and \`build\` gives what it builds that name. When the tag says one version and the label in the Dockerfile another, one of them was forgotten at the last release: registries show the tag, \`docker inspect\` and scanners the label.
Only whole versions of three numbers are compared.

## Bad

\`\`\`yaml bad
services:
  api:
    image: ghcr.io/octo/api:1.4.0
    build: ./api
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM node:24.11-alpine
LABEL org.opencontainers.image.version="1.3.2"
USER node
\`\`\`

\`\`\`text findings
compose.yaml:3:12: info: The image is tagged \`1.4.0\`, and the label in api/Dockerfile says \`1.3.2\`: who looks at a running container reads the wrong version.
\`\`\`

## Good

\`\`\`yaml good
services:
  api:
    image: ghcr.io/octo/api:v1.4.0
    build: ./api
  web:
    image: ghcr.io/octo/web:dev
    build: ./api
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM node:24.11-alpine
LABEL org.opencontainers.image.version="1.4.0"
USER node
\`\`\`
`],["project/loadable-compose",`# Compose can load the project with all the files that belong to it

Compose merges included files, extended services and overrides before it starts anything, and refuses the whole project when one value of them can't be read, contradicts another one or names what is nowhere.
Each file may well be right alone: what is said here holds for the project as it is loaded, without any variables but those of its \`.env\`.

## Bad

\`\`\`yaml bad
include:
  - db.yaml
services:
  web:
    image: ghcr.io/octo/web:2.1
    networks:
      - backend
    depends_on:
      - database
\`\`\`

\`\`\`yaml file=db.yaml
services:
  db:
    image: ghcr.io/octo/db:2.1
networks:
  backend:
\`\`\`

\`\`\`text findings
compose.yaml:9:9: error: Service \`web\` depends on the service \`database\`, which is defined nowhere. Define it, or correct the name.
\`\`\`

\`\`\`yaml bad
services:
  web:
    image: ghcr.io/octo/web:2.1
    extends:
      file: common.yaml
      service: base
    mem_limit: 512 megabytes
\`\`\`

\`\`\`yaml file=common.yaml
services:
  basic:
    image: ghcr.io/octo/web:2.1
\`\`\`

\`\`\`text findings
compose.yaml:6:16: error: There is no service \`base\` in \`common.yaml\` that \`web\` could extend.
compose.yaml:7:16: error: \`512 megabytes\` is no size. Write a number and a unit, such as \`512m\` or \`2g\`.
\`\`\`

## Good

\`\`\`yaml good
include:
  - db.yaml
services:
  web:
    image: ghcr.io/octo/web:2.1
    mem_limit: 512m
    networks:
      - backend
    depends_on:
      - db
\`\`\`

\`\`\`yaml file=db.yaml
services:
  db:
    image: ghcr.io/octo/db:2.1
networks:
  backend:
\`\`\`
`],["project/mounts-keep-modules",`# A mounted folder leaves the installed node_modules in place

A folder of the host that is mounted over the application hides all that the image has there, also the packages that its build installed. After a fresh clone the service stops with "Cannot find module"; with packages of macOS or Windows on the host their binaries do not run.
A volume of its own at \`node_modules\` keeps those of the image. Services that install when they start are not judged.

## Bad

\`\`\`yaml bad
services:
  web:
    build: ./web
    volumes:
      - ./web:/app
\`\`\`

\`\`\`dockerfile file=web/Dockerfile
FROM node:24.11-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY server.js ./
USER node
CMD ["node", "server.js"]
\`\`\`

\`\`\`text findings
compose.yaml:5:9: warning: \`./web\` lies over \`/app/node_modules\`, which web/Dockerfile installs: the container sees the \`node_modules\` of the host instead, where they may be missing or made for another system.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    build: ./web
    volumes:
      - ./web:/app
      - /app/node_modules
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    build: ./web
    volumes:
      - ./web:/app
      - /app/node_modules
  worker:
    build: ./web
    command: sh -c "npm install && npm run worker"
    volumes:
      - ./web:/app
  docs:
    build: ./web
    volumes:
      - ./web/public:/app/public
\`\`\`

\`\`\`dockerfile file=web/Dockerfile
FROM node:24.11-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY server.js ./
USER node
CMD ["node", "server.js"]
\`\`\`
`],["project/no-root-over-image-user",`# A service does not take back the user of its image

An image whose Dockerfile ends with an unprivileged USER is made to run without root. \`user: root\` in the Compose file undoes that for the whole service: whoever finds a hole in it may do in the container, and with its volumes, what root may do.
Where only a folder belongs to somebody else, hand that over instead of the whole container.

## Bad

\`\`\`yaml bad
services:
  api:
    build: ./api
    user: root
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM node:24.11-alpine
USER node
CMD ["node", "server.js"]
\`\`\`

\`\`\`text findings
compose.yaml:4:11: warning: api/Dockerfile makes its program run as \`node\`; \`user: root\` takes that back, so that a hole in the program gives root in the container.
\`\`\`

\`\`\`yaml fixed
services:
  api:
    build: ./api
\`\`\`

## Good

\`\`\`yaml good
services:
  api:
    build: ./api
    user: "1000:1000"
  setup:
    build: ./setup
    user: root
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM node:24.11-alpine
USER node
CMD ["node", "server.js"]
\`\`\`

\`\`\`dockerfile file=setup/Dockerfile
FROM debian:13.2-slim
RUN mkdir /data
\`\`\`
`],["project/one-tag-of-an-image",'# An image has one version in a project\n\nWhen services of one project, or the Dockerfiles that they are built from, name the same image with different versions, one of them was mostly forgotten at an update. Both are downloaded, and what works with one of them may not with the other.\nVariants of one version, such as `17.6` and `17.6-alpine`, are not told.\n\n## Bad\n\n```yaml bad\nservices:\n  db:\n    image: postgres:17.6\n  backup:\n    build: ./backup\n```\n\n```dockerfile file=backup/Dockerfile\nFROM postgres:16.10\nCOPY --chmod=755 backup.sh /usr/local/bin/backup\nCMD ["backup"]\n```\n\n```text findings\nbackup/Dockerfile:1:6: info: backup/Dockerfile has `postgres:16.10` and `db` `postgres:17.6`: two versions of one image are downloaded, and differ in what they do.\n```\n\n## Good\n\n```yaml good\nservices:\n  db:\n    image: postgres:17.6\n  backup:\n    build: ./backup\n```\n\n```dockerfile file=backup/Dockerfile\nFROM postgres:17.6-alpine\nCOPY --chmod=755 backup.sh /usr/local/bin/backup\nCMD ["backup"]\n```\n'],["project/platform-of-build",`# A service runs on the platform for which its image is built

A Dockerfile whose FROM names a platform always builds for that one. A service that asks for another starts programs of the wrong processor: they fail with "exec format error", or run many times slower in an emulation.
Take the platform out of FROM, or ask for the same one in both files.

## Bad

\`\`\`yaml bad
services:
  api:
    build: ./api
    platform: linux/arm64
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM --platform=linux/amd64 node:24.11-alpine
USER node
\`\`\`

\`\`\`text findings
compose.yaml:4:15: error: The service asks for \`linux/arm64\`, but api/Dockerfile always builds on \`linux/amd64\`: its programs do not run there, or only slowly in an emulation.
\`\`\`

\`\`\`yaml fixed
services:
  api:
    build: ./api
    platform: linux/amd64
\`\`\`

## Good

\`\`\`yaml good
services:
  api:
    build: ./api
    platform: linux/arm64/v8
  worker:
    build: ./worker
    platform: linux/amd64
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM --platform=$BUILDPLATFORM golang:1.25.4 AS build
COPY . .
RUN go build -o /server ./cmd/server

FROM debian:13.2-slim
COPY --from=build /server /server
USER 65532
\`\`\`

\`\`\`dockerfile file=worker/Dockerfile
FROM --platform=linux/amd64 node:24.11-alpine
USER node
\`\`\`
`],["project/provided-environment",'# What a project needs from outside the repository is known\n\nA variable that must be set, or an env file that is not in the repository, keeps the project from starting for everybody who does not have it. That can be right, as with passwords; then who starts it must be told.\nThe same is true of a Dockerfile whose instruction is only right when the base image sets a variable, or when the build is given a context of that name.\nNothing of this is a mistake in the files, and mostly it is meant so: it is told as information, by the presets `strict` and `all` only. Variables that are merely unset are not told: nearly every project keeps them in a `.env` of its own.\nA default (`${NAME:-\u2026}`) or an optional file (`required: false`) lets it start without.\n\n## Bad\n\n```yaml bad\nservices:\n  web:\n    image: ghcr.io/octo/web:${TAG:?the version to run}\n    env_file: web.env\n```\n\n```text findings\n3:12: info: Nothing sets `TAG`: who starts the project must do so. The file asks for `the version to run`.\n4:15: info: `web.env` is not in the repository: who starts the project must bring it. Let it be optional (`required: false`), or say in the documentation how to make it.\n```\n\n```dockerfile bad file=Dockerfile\nFROM ghcr.io/octo/base:2.1\nENTRYPOINT ["/serve"]\nSTOPSIGNAL $STOP_WITH\nUSER nobody\n```\n\n```text findings\n3:12: info: `$STOP_WITH` comes out as ``, which is no signal. Unless the base image, the platform or a context given to the build says otherwise, the build stops here.\n```\n\n## Good\n\n```yaml good\nservices:\n  web:\n    image: ghcr.io/octo/web:${TAG:-2.1}\n    env_file:\n      - path: web.env\n        required: false\n```\n'],["project/stop-signal-of-image",`# A service is stopped with the signal that its image names

STOPSIGNAL is where an image tells on which signal its program finishes its work. \`stop_signal\` of a service goes before it: with another signal the same program may break off in the middle of its work, or not react until Docker kills it.
Where the signal of the image is wrong, it should be put right there.

## Bad

\`\`\`yaml bad
services:
  web:
    build: ./web
    stop_signal: SIGTERM
\`\`\`

\`\`\`dockerfile file=web/Dockerfile
FROM nginx:1.29.3
STOPSIGNAL SIGQUIT
\`\`\`

\`\`\`text findings
compose.yaml:4:18: info: web/Dockerfile says that its program is stopped with \`SIGQUIT\`; \`stop_signal: SIGTERM\` sends it another one, on which it may break off or not react.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    build: ./web
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    build: ./web
    stop_signal: QUIT
  worker:
    build: ./web
    command: ["nginx-debug", "-g", "daemon off;"]
    stop_signal: SIGTERM
\`\`\`

\`\`\`dockerfile file=web/Dockerfile
FROM nginx:1.29.3
STOPSIGNAL SIGQUIT
\`\`\`
`],["project/unused-ignore",`# Ignore comments hide something

A \`# hullcheck ignore=\` comment stays behind when its line is corrected or the rule learns better. From then on it costs nothing and says something wrong, and one day it hides a finding that nobody decided on. The same goes for a rule whose name is misspelt: nothing was ever hidden.
Rules that are switched off, rules that say less in this preset than in a wider one and rules that compare several files are not judged, and neither are comments for other tools.

<!-- not in anchor: rewriting a file so leaves no comments -->

## Bad

\`\`\`dockerfile bad file=Dockerfile
FROM alpine:3.22.2
# hullcheck ignore=keep-it-small -- someday
RUN apk add --no-cache tini
USER 1000
\`\`\`

\`\`\`text findings
2:20: info: There is no rule \`keep-it-small\` for this file: the comment hides nothing.
\`\`\`

\`\`\`dockerfile fixed file=Dockerfile
FROM alpine:3.22.2
RUN apk add --no-cache tini
USER 1000
\`\`\`

\`\`\`yaml bad
services:
  web:
    image: nginx:1.29.3
    user: "101" # hullcheck ignore=keep-it-small
\`\`\`

\`\`\`text findings
4:36: info: There is no rule \`keep-it-small\` for this file: the comment hides nothing.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    image: nginx:1.29.3
    user: "101"
\`\`\`

## Good

\`\`\`dockerfile good file=Dockerfile
FROM alpine:3.22.2
RUN apk add --no-cache tini
USER 1000
\`\`\`
`],["project/used-build-contexts",`# The build contexts that a build is given are used by its Dockerfile

\`additional_contexts\` gives a build further folders, images or the results of other services by name. Only what FROM, \`COPY --from\` or a mount names is read: a name that the Dockerfile does not have is silently ignored, and the build takes an image of the registry, or nothing, instead.

## Bad

\`\`\`yaml bad
services:
  api:
    build:
      context: ./api
      additional_contexts:
        shared: ./libraries/shared
        certs: ./certs
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM node:24.11-alpine
WORKDIR /app
COPY --from=shard . ./shared
COPY server.js ./
USER node
\`\`\`

\`\`\`text findings
compose.yaml:6:9: warning: api/Dockerfile takes nothing from \`shared\`, so that this build context has no effect. Did you mean \`shard\`?
compose.yaml:7:9: warning: api/Dockerfile takes nothing from \`certs\`, so that this build context has no effect.
\`\`\`

\`\`\`yaml fixed
services:
  api:
    build:
      context: ./api
      additional_contexts:
        shard: ./libraries/shared
\`\`\`

## Good

\`\`\`yaml good
services:
  api:
    build:
      context: ./api
      additional_contexts:
        - shared=./libraries/shared
        - node:24.11-alpine=docker-image://registry.example.com/node:24
\`\`\`

\`\`\`dockerfile file=api/Dockerfile
FROM node:24.11-alpine
WORKDIR /app
COPY --from=shared . ./shared
COPY server.js ./
USER node
\`\`\`
`],["project/writable-paths-of-read-only",`# A read-only service can write where its program has to

\`read_only: true\` makes the whole file system of a container read-only, apart from what is mounted. Some servers need folders to write their process id, sockets or buffers into, and stop at once where they cannot.
Give them a \`tmpfs\`. Servers whose settings are your own are not judged: they may write elsewhere.

## Bad

\`\`\`yaml bad
services:
  web:
    build: ./web
    read_only: true
    tmpfs:
      - /var/cache/nginx
  db:
    image: postgres:17.6
    read_only: true
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/db
    volumes:
      - data:/var/lib/postgresql/data
volumes:
  data:
\`\`\`

\`\`\`dockerfile file=web/Dockerfile
FROM nginx:1.29.3-alpine
COPY dist /usr/share/nginx/html
\`\`\`

\`\`\`text findings
compose.yaml:4:16: warning: \`nginx\` of \`nginx:1.29.3-alpine\` writes to \`/run\` when it starts, where nothing is mounted: with a read-only file system it stops.
compose.yaml:9:16: warning: \`postgres\` of \`postgres:17.6\` writes to \`/run/postgresql\` when it starts, where nothing is mounted: with a read-only file system it stops.
\`\`\`

\`\`\`yaml fixed
services:
  web:
    build: ./web
    read_only: true
    tmpfs:
      - /var/cache/nginx
      - /run
  db:
    image: postgres:17.6
    read_only: true
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/db
    volumes:
      - data:/var/lib/postgresql/data
    tmpfs:
      - /run/postgresql
volumes:
  data:
\`\`\`

## Good

\`\`\`yaml good
services:
  web:
    build: ./web
    read_only: true
    tmpfs:
      - /var/cache/nginx
      - /var/run
  proxy:
    image: nginx:1.29.3-alpine
    read_only: true
    volumes:
      - ./nginx.conf:/etc/nginx/nginx.conf:ro
\`\`\`

\`\`\`dockerfile file=web/Dockerfile
FROM nginx:1.29.3-alpine
COPY dist /usr/share/nginx/html
\`\`\`
`]]),t=async(e,n)=>o.get(`${e}/${n}`)??null;return{page:t}})
