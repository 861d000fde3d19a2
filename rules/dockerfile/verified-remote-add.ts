import { isData, isNear, isUrl, rule } from '#rule';

export default rule({
  id: 'verified-remote-add',
  on: 'dockerfile',
  title: 'ADD compares what it downloads with a checksum',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  also: ['kics/4b410d24', 'kics/curl_or_wget_instead_of_add'],
  cis: ['4.11'],
  nist: ['4.1.3'],
  *check(file) {
    for (const add of file.instructions('ADD'))
      for (const { text, range } of add.words.slice(0, -1)) {
        if (add.flag('checksum') || !isUrl(text) || isData(text) || isNear(text) || /\.git(?:#|$)/.test(text)) continue;
        yield {
          at: range,
          message:
            'ADD takes whatever is at this address on the day of the build. With `--checksum=sha256:…` the build stops when it is something else.',
        };
      }
  },
});
