// The fake GitHub refuses what GitHub refuses, takes what GitHub takes, and notices its own mistakes.
import './github/tests/checks.ts';
import './github/tests/contents.ts';
import './github/tests/credentials.ts';
import './github/tests/git-data.ts';
import './github/tests/graphql.ts';
import './github/tests/honesty.ts';
import './github/tests/page.ts';
import './github/tests/pulls.ts';
import './github/tests/reviews.ts';
import './github/tests/runner.ts';
import './github/tests/suggestions.ts';
import './github/tests/switches.ts';
import './github/tests/webhooks.ts';
