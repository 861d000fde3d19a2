// All that a rule may import (`#rule`; for rules outside this repository `hullcheck/rule`).
import type { UnusedIgnore } from './ignore/unused.ts';
import type { Category, Range, Safety, ScriptRemark, Severity } from './model.ts';
import type { Compose } from './parse/compose/model.ts';
import type { Dockerfile } from './parse/dockerfile/model.ts';
import type { Project } from './project.ts';

export type { Range } from './model.ts';
export { aptCommands, aptConfigured } from './parse/apt.ts';
export { buildContextOf } from './parse/build-context.ts';
export { missingBuildFile } from './parse/build-files.ts';
export { builtServices, composePath, contextOfBuild } from './parse/built-services.ts';
export { bundleInstalls, inProduction, settled } from './parse/bundle-installs.ts';
export { rememberedOptions } from './parse/bundler.ts';
export { cacheUse } from './parse/cache-folders.ts';
export { addedCapabilities } from './parse/compose/added-capabilities.ts';
export { addedEntry, oneWord } from './parse/compose/added-entry.ts';
export { hostMounts } from './parse/compose/bound-volume.ts';
export { checkingTool } from './parse/compose/checking-tool.ts';
export { commandSecrets, labelSecrets } from './parse/compose/command-secrets.ts';
export { withConditions } from './parse/compose/conditions.ts';
export { controlSocket } from './parse/compose/control-socket.ts';
export { isInside, isMounted, isTarget } from './parse/compose/covered-paths.ts';
export { credentialsOf } from './parse/compose/credentials.ts';
export { dependencyCycles } from './parse/compose/cycles.ts';
export { isDatabase } from './parse/compose/database.ts';
export { serviceUses } from './parse/compose/dependencies.ts';
export { deployed, isLimit } from './parse/compose/deploy.ts';
export { droppedFrom } from './parse/compose/dropped-command.ts';
export { otherForm } from './parse/compose/environment-form.ts';
export { boundToLoopback, openPorts } from './parse/compose/exposure.ts';
export { nameBesideExternal } from './parse/compose/external-name.ts';
export { flagOf } from './parse/compose/flag.ts';
export { addedItem, addedItems, addedSecurityOption, securityOptions } from './parse/compose/hardening.ts';
export { hooksOf } from './parse/compose/hooks.ts';
export { hostNamespaces } from './parse/compose/host-namespaces.ts';
export { hostPath, isInSystem, isSecretPath, isSystemPath, isTimeFile } from './parse/compose/host-path.ts';
export { withHostPort } from './parse/compose/host-port.ts';
export { type ImageUse, imageUses } from './parse/compose/image-uses.ts';
export { defaultOf, isInterpolated } from './parse/compose/interpolation.ts';
export { dataMounts } from './parse/compose/keeps-data.ts';
export { rankIn, SERVICE_KEYS, TOP_LEVEL_KEYS } from './parse/compose/key-order.ts';
export { neededFromOutside } from './parse/compose/load/needs.ts';
export { distinctProblems } from './parse/compose/load/order.ts';
export type { LoadProblem } from './parse/compose/load/problem.ts';
export { projectNameOf } from './parse/compose/load/project-name.ts';
export { toldOfFile } from './parse/compose/load/told.ts';
export { loadedWith } from './parse/compose/loaded-with.ts';
export { misplacedData } from './parse/compose/misplaced-data.ts';
export type {
  Build,
  Compose,
  Entry,
  MapNode,
  Mount,
  Node,
  Part,
  Port,
  ScalarNode,
  Service,
  TopLevel,
  Variable,
} from './parse/compose/model.ts';
export { usedAt } from './parse/compose/model.ts';
export { portConflicts } from './parse/compose/port-conflicts.ts';
export { quotedLike } from './parse/compose/quoted-like.ts';
export { readOnlyMount } from './parse/compose/read-only-mount.ts';
export { entryRemoval, itemRemoval } from './parse/compose/removal.ts';
export { reordered } from './parse/compose/reorder.ts';
export { runOnce, wholeServices } from './parse/compose/said-whole.ts';
export { alphabetic, sortedEntries, sortedItems } from './parse/compose/sorted.ts';
export { isForSwarm } from './parse/compose/swarm.ts';
export { runTogether } from './parse/compose/together.ts';
export { isUnprotected } from './parse/compose/unprotected.ts';
export { wgetInstead } from './parse/compose/wget-instead.ts';
export { writtenOnce } from './parse/compose/written-once.ts';
export { type CreatedUser, createdUser, withUid } from './parse/created-user.ts';
export { bringsCuda, bringsDriver, bringsPackage, cudaVersion, wantedCuda } from './parse/cuda.ts';
export { baseRef, isWindows } from './parse/dockerfile/base-ref.ts';
export { baseShell } from './parse/dockerfile/base-shell.ts';
export { bashisms } from './parse/dockerfile/bashisms.ts';
export { behind } from './parse/dockerfile/behind.ts';
export { bracketed } from './parse/dockerfile/bracketed.ts';
export { bringsTool } from './parse/dockerfile/brings-tool.ts';
export { declaredArguments, isPredefinedArgument } from './parse/dockerfile/build-args.ts';
export { cacheTargets, hasCacheMount } from './parse/dockerfile/cache-mount.ts';
export { chained, runRows } from './parse/dockerfile/chains.ts';
export { commandSubject } from './parse/dockerfile/command-subject.ts';
export { absolute, copiesContext, levels } from './parse/dockerfile/context-path.ts';
export { contextSources } from './parse/dockerfile/context-sources.ts';
export { declarations } from './parse/dockerfile/declarations.ts';
export { definitionComment } from './parse/dockerfile/definition-comment.ts';
export { isForDevelopment } from './parse/dockerfile/development.ts';
export { aboveEpilogue, EPILOGUE, epilogueStart } from './parse/dockerfile/epilogue.ts';
export { equalsForm } from './parse/dockerfile/equals-form.ts';
export { execForm, idles } from './parse/dockerfile/exec-form.ts';
export { isExpectedUnset } from './parse/dockerfile/expected-unset.ts';
export { type ExposedPort, exposedPorts } from './parse/dockerfile/exposed-ports.ts';
export { fileModes } from './parse/dockerfile/file-modes.ts';
export { fileSources } from './parse/dockerfile/file-sources.ts';
export { copiesInto, volumesOf } from './parse/dockerfile/folders.ts';
export { hasHealthcheck } from './parse/dockerfile/healthcheck.ts';
export { untidy } from './parse/dockerfile/heredoc-format.ts';
export { imageUser } from './parse/dockerfile/image-user.ts';
export type { Dockerfile, Instruction, Pair, Stage, Word } from './parse/dockerfile/model.ts';
export { moduleFolders } from './parse/dockerfile/module-folders.ts';
export { outOfScope } from './parse/dockerfile/out-of-scope.ts';
export { ownLines } from './parse/dockerfile/own-lines.ts';
export { reachableStages } from './parse/dockerfile/reachable.ts';
export { replaceableCd } from './parse/dockerfile/replaceable-cd.ts';
export { requiredArguments } from './parse/dockerfile/required-args.ts';
export { rootStart } from './parse/dockerfile/root-start.ts';
export { isRun } from './parse/dockerfile/run.ts';
export { runMounts } from './parse/dockerfile/run-mounts.ts';
export { scriptHeredoc } from './parse/dockerfile/scripted.ts';
export { secretMounts } from './parse/dockerfile/secret-mounts.ts';
export { isService } from './parse/dockerfile/service.ts';
export { shippedStages, stageNamed } from './parse/dockerfile/shipped.ts';
export { stageRemoval } from './parse/dockerfile/stage-removal.ts';
export { unguarded } from './parse/dockerfile/stops-at-errors.ts';
export { isTemplate } from './parse/dockerfile/template.ts';
export { usedContexts } from './parse/dockerfile/used-contexts.ts';
export { buildsAsRoot, dropsRoot, isRoot, lastUser } from './parse/dockerfile/user.ts';
export { versionLabel } from './parse/dockerfile/version-label.ts';
export { indentation, takenAway, wholeLines } from './parse/dockerfile/whole-lines.ts';
export { withTriggers } from './parse/dockerfile/with-triggers.ts';
export { withoutWords } from './parse/dockerfile/without-words.ts';
export { writtenPart } from './parse/dockerfile/written-parts.ts';
export { parseDockerignore } from './parse/dockerignore.ts';
export { downloads, isData, isNear, isUrl } from './parse/downloads.ts';
export { isGenerated } from './parse/generated.ts';
export { offersHttps } from './parse/https-hosts.ts';
export { ignoreFiles, ignoreFilesOf } from './parse/ignore-files.ts';
export { familiarName, hubPrefix, type ImageRef, parseImage } from './parse/image.ts';
export { comesFrom } from './parse/image-origin.ts';
export { everyDockerfile } from './parse/inline/inline.ts';
export { installsDependencies } from './parse/installs.ts';
export { knownBase } from './parse/known-bases.ts';
export { endOfLife } from './parse/known-eol.ts';
export { knownWithoutHealthcheck } from './parse/known-healthchecks.ts';
export { knownUser } from './parse/known-images.ts';
export { offeredPlatforms } from './parse/known-platforms.ts';
export { databaseAt } from './parse/known-ports.ts';
export { stopSignalOf } from './parse/known-stop-signals.ts';
export { hasToolFromBase } from './parse/known-tools.ts';
export { writtenPaths } from './parse/known-written-paths.ts';
export { labelRank } from './parse/label-rank.ts';
export { FORMAT_NAMES, hasLabelFormat, LABEL_FORMATS, type LabelFormat } from './parse/label-value.ts';
export { addedPackages, gemPackages, goPackages, npmPackages, pipPackages } from './parse/language-packages.ts';
export { isNamedContext } from './parse/named-contexts.ts';
export { nearest } from './parse/nearest.ts';
export { uncleaned } from './parse/package-cache.ts';
export { listed } from './parse/package-version.ts';
export { type Manager, type PackageCommand, packageCommands } from './parse/packages.ts';
export { buildFile, resolvePath } from './parse/path.ts';
export { pipInstalls } from './parse/pip.ts';
export { samePlatform } from './parse/platform.ts';
export { isForProduction, isOnlyKept, namesDevelopment } from './parse/purpose.ts';
export { isRuby, isRubyForProduction, runsOn, servesRails } from './parse/ruby.ts';
export { scriptRemarks } from './parse/script-remarks.ts';
export { isSecretFile, namesSecretFile } from './parse/secret-file.ts';
export { secretLiterals } from './parse/secret-literal.ts';
export { canBeSecret, isSecretName } from './parse/secret-name.ts';
export { type Membership, membership } from './parse/shell/accounts.ts';
export { appendCommand } from './parse/shell/append.ts';
export { runnerOf } from './parse/shell/downloaded.ts';
export { commandLines, isBegun } from './parse/shell/line-length.ts';
export { andThen, behindAnd, onOwnLines, openList, plainList } from './parse/shell/list-style.ts';
export { grants, isOctal, isSticky, setsUser } from './parse/shell/mode.ts';
export type { Arg, Command } from './parse/shell/model.ts';
export { savedProgram } from './parse/shell/saved-program.ts';
export { withoutCommand } from './parse/shell/without-command.ts';
export { signalName } from './parse/signal.ts';
export { staleInstalls } from './parse/stale-installs.ts';
export { unpinned } from './parse/unpinned.ts';
export { unverifiedTls } from './parse/unverified-tls.ts';
export { updateTogether } from './parse/update-together.ts';
export { isWellKnownPassword } from './parse/well-known-password.ts';
export type { Project } from './project.ts';
export { lineEnd } from './text.ts';

/** One edit as a rule writes it. `path` is only needed for a file other than the problem's. */
export interface ProposedEdit {
  range: Range;
  text: string;
  path?: string;
}

export interface ProposedFix {
  title: string;
  edits: readonly ProposedEdit[];
  /** Where it differs from the rule's `fixes`. */
  safety?: Safety;
}

/** What a rule says; everything else about a finding is added once, outside. */
export interface Problem {
  /** The smallest piece of text that is wrong: it is also what the finding is recognised by. */
  at: Range;
  /** Plain sentences: what is wrong with the offending words, why it matters to this file. The fix's title says what to do. */
  message: string;
  /** The file, for rules on `project`; others speak of the file they were given. */
  path?: string;
  fix?: ProposedFix | undefined;
  related?: readonly { at: Range; message: string; path?: string }[];
  /** The id that an outside tool gives to it. */
  code?: string;
  /** Recognises the finding where the text at `at` is not what makes it this one. */
  subject?: string;
}

export interface Context<Options = Readonly<Record<string, unknown>>> {
  project: Project;
  options: Options;
  /** `YYYY-MM-DD` */
  today: string;
  /** Empty but for rules that are asked last. */
  unusedIgnores: readonly UnusedIgnore[];
  /** What an outside tool said of a script, empty as long as it was not asked; `null`: there is no such tool. */
  scan: ((script: string) => readonly ScriptRemark[]) | null;
}

interface Meta<Options> {
  /** kebab-case words: `no-x` when it only forbids, else the wanted state. */
  id: string;
  /** The wanted state, as a sentence without full stop. */
  title: string;
  severity: Severity;
  category: Category;
  /** Which presets have it besides `all`. Default: `recommended`, and with it `security` and `strict`. */
  presets?: readonly ('recommended' | 'security' | 'strict')[];
  fixes?: Safety;
  /** Asked once it is known what all others found. */
  last?: true;
  /** Peers' ids that it equals: `hadolint/DL3004`, `kics/<query id>`, `trivy/DS-0010`, … */
  also?: readonly string[];
  cis?: readonly string[];
  nist?: readonly string[];
  /** JSON schema of its options, with defaults for each; `wider` is the default where more than `recommended`, or this rule by its name, is asked for. */
  options?: {
    readonly properties: {
      readonly [K in keyof Options]: {
        readonly default: Options[K];
        readonly wider?: Options[K];
        readonly [key: string]: unknown;
      };
    };
  };
}

export type DockerfileRule<O> = Meta<O> & { on: 'dockerfile'; check(file: Dockerfile, context: Context<O>): Iterable<Problem> };
export type ComposeRule<O> = Meta<O> & { on: 'compose'; check(file: Compose, context: Context<O>): Iterable<Problem> };
export type ProjectRule<O> = Meta<O> & { on: 'project'; check(project: Project, context: Context<O>): Iterable<Problem> };
export type Rule = DockerfileRule<never> | ComposeRule<never> | ProjectRule<never>;

/** Declares a rule; only gives it its type. */
export function rule<O = Record<string, never>>(definition: DockerfileRule<O>): Rule;
export function rule<O = Record<string, never>>(definition: ComposeRule<O>): Rule;
export function rule<O = Record<string, never>>(definition: ProjectRule<O>): Rule;
export function rule(definition: unknown): Rule {
  return definition as Rule;
}

export const replace = (range: Range, text: string, path?: string): ProposedEdit => ({
  range,
  text,
  ...(path !== undefined && { path }),
});
export const insert = (offset: number, text: string, path?: string): ProposedEdit =>
  replace({ start: offset, end: offset }, text, path);
export const remove = (range: Range, path?: string): ProposedEdit => replace(range, '', path);
