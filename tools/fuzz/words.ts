// Pieces that mean something where they land, for each kind of text.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of Docker and the shell look like it.

export type TextKind = 'dockerfile' | 'shell' | 'compose';

const split = (text: string): readonly string[] => text.split('§');

const anywhere = split(
  '\n§\r\n§\r§\t§ §\u00a0§\u0085§\u2028§\ufeff§\0§"§\'§`§\\§\\\n§#§$§${§}§{§[§]§(§)§<§>§|§&§;§:§=§-§--§,§*§!§?§%§@§/§..§😀§ü§\ud800',
);

const dockerfile = split(
  'FROM §FROM a AS b\n§from scratch\n§ARG A\n§ARG A=b\n§ENV A=$A\n§ENV A b\n§ONBUILD §RUN §RUN <<EOF\n§RUN ["a", "b"]\n§COPY --from=b a b\n§COPY <<"EOF" /x\n§ADD --checksum=sha256:0 https://a/b c\n§' +
    'HEALTHCHECK --interval=1s CMD a\n§HEALTHCHECK NONE\n§SHELL ["a"]\n§EXPOSE 80/tcp\n§STOPSIGNAL 9\n§VOLUME ["/a"]\n§LABEL a=b\n§MAINTAINER a\n§CMD a\n§ENTRYPOINT ["a"]\n§USER a:b\n§WORKDIR /a\n§' +
    '# escape=`\n§# syntax=a\n§# check=skip=all;error=true\n§<<EOF§<<-EOF§EOF\n§--platform=$TARGETPLATFORM §--mount=type=cache,target=/a §--chmod=755 §--link §--network=none §${A:-b}§${A:?b}§${A#*b}§${A/b/c}§AS x§ \\\n§\\\n# c\n§\\\n\n§latest§@sha256:',
);
const shell = split(
  "a && b§a || b§; § | §`§$(§)§((§))§[[ §]]§if a; then §fi§for a in b; do §done§while a; do §case a in b) §;;§esac§{ §; }§() {§function §sudo §env A=b §exec §time §xargs §sh -c \"§bash -ec '§<<A\n§<<<§2>&1§>/dev/null§<(§${§${a:-b}§${#a}§${a[@]}§$((§$'§!§&§\\\n§# c\n§apt-get install -y a§curl -fsSL a | sh§cd /a§set -e",
);
const compose = split(
  'services:\n§  web:\n§    image: a\n§    build: .\n§    ports:\n§      - "80:80"\n§    volumes:\n      - a:/b\n§    environment:\n      A: b\n§    <<: *a\n§ &a§*a§ !reset§ !override§ !!str§    extends: a\n§include:\n  - a.yaml\n§    depends_on: [a]\n§    deploy:\n      replicas: 2\n§${A}§${A:-b}§${A:?b}§$$§: §- §? §|\n§>-\n§{a: b}§[a, b]§---\n§...\n§%YAML 1.1\n§null§~§yes§0o17§0440§1e3§.inf§networks:\n§volumes:\n§secrets:\n§configs:\n§x-a: &a\n§    healthcheck:\n      test: [CMD, a]\n§    profiles: [a]\n§    env_file: a',
);

export const WORDS: Readonly<Record<TextKind, readonly string[]>> = {
  dockerfile: [...anywhere, ...dockerfile, ...shell.slice(0, 12)],
  shell: [...anywhere, ...shell],
  compose: [...anywhere, ...compose],
};
