#!/usr/bin/env bash
# gf: finds Java 25 or newer and the program's jar, and runs it.
#
#   gf COMMAND ...    run a tool (gf --help lists them)
#   gf --java-home    print the Java that would be used
#   gf --verify       compare every file of a release tree with lib/SHA256SUMS
#   gf --warm         make the start-up cache of this jar and this Java
#   gf --bake DIR     put this release and its start-up cache into DIR, for a runner image; prints the settings
#
# Environment: GF_JAVA_HOME (the Java to use), GF_JVM_FOLDERS (where JVMs lie, colon-separated, in place of the usual
# folders), GF_AOT=off (no start-up cache), GF_AOT_DIR (where start-up caches lie), GF_BUILD=true (inside an action on
# a branch: build the jar).
#
# Written for bash 3.2 (macOS). Every subshell costs about a millisecond at every start: use builtins.
set -u

readonly oldest_java=25
java_home=
java_build=

say() { printf 'gf: %s\n' "$*" >&2; }

# A step's outputs are written here when the program cannot start and write them. $3 is the text for people.
conclude() {
  [ -n "${GITHUB_OUTPUT:-}" ] && in_own_action || return 0
  local verdict=INVALID
  [ "$1" != 70 ] || verdict=INTERNAL_ERROR
  printf 'verdict=%s\nexit-code=%s\nreport-dir=\nfailure-reason=%s\n' "$verdict" "$1" "$2" >>"$GITHUB_OUTPUT"
  printf '::error::%s\n' "$3" >&2
}

# $1 is the failure reason, the rest the text.
refuse() {
  local reason=$1
  shift
  say "$@"
  conclude 2 "$reason" "$*"
  exit 2
}

find_root() {
  local path=${BASH_SOURCE[0]} target
  while [ -L "$path" ]; do
    target=$(readlink "$path")
    case $target in
      /*) path=$target ;;
      *) path=${path%/*}/$target ;;
    esac
  done
  case $path in
    */*) root=$(cd -P -- "${path%/*}" && pwd -P) ;;
    *) root=$PWD ;;
  esac
}

# Takes the folder of one JVM; true and java_home set when it is recent enough. The release file is read because
# asking the JVM itself costs a start of it.
accept_java() {
  local home=$1 candidate line version='' runtime='' vendor='' arch='' major
  [ -n "$home" ] || return 1
  for candidate in "$home" "$home/Contents/Home" "$home/lib/openjdk" "$home/libexec/openjdk.jdk/Contents/Home"; do
    [ -f "$candidate/release" ] && [ -x "$candidate/bin/java" ] || continue
    while IFS= read -r line || [ -n "$line" ]; do
      line=${line%$'\r'}
      case $line in
        JAVA_VERSION=*) version=${line#*=} ;;
        JAVA_RUNTIME_VERSION=*) runtime=${line#*=} ;;
        IMPLEMENTOR=*) vendor=${line#*=} ;;
        OS_ARCH=*) arch=${line#*=} ;;
      esac
    done <"$candidate/release"
    version=${version//\"/}
    major=${version%%[!0-9]*}
    [ -n "$major" ] && [ "${#major}" -lt 5 ] || continue
    if [ "$major" -ge "$oldest_java" ]; then
      java_home=$candidate
      java_build=$vendor-${runtime:-$version}-$arch
      java_build=${java_build//[!A-Za-z0-9.+_-]/}
      return 0
    fi
  done
  return 1
}

accept_java_of_variables() {
  local variable number arch
  local wanted=X64
  case ${HOSTTYPE:-} in
    aarch64 | arm64) wanted=ARM64 ;;
  esac
  # shellcheck disable=SC2086 # the names hold no blanks
  for variable in ${!JAVA_HOME_@}; do
    number=${variable#JAVA_HOME_}
    arch=${number#*_}
    number=${number%%_*}
    case $number in
      '' | *[!0-9]*) continue ;;
    esac
    [ "$number" -ge "$oldest_java" ] && [ "$arch" = "$wanted" ] || continue
    accept_java "${!variable}" && return 0
  done
  return 1
}

accept_java_of_path() {
  local java target
  java=$(type -P java) || return 1
  while [ -L "$java" ]; do
    target=$(readlink "$java") || return 1
    case $target in
      /*) java=$target ;;
      *) java=${java%/*}/$target ;;
    esac
  done
  case $java in
    */bin/java) accept_java "${java%/bin/java}" ;;
    *) return 1 ;;
  esac
}

accept_java_of_folders() {
  local folder home folders
  if [ -n "${GF_JVM_FOLDERS+set}" ]; then
    local IFS=:
    # shellcheck disable=SC2206 # split at colons on purpose
    folders=($GF_JVM_FOLDERS)
    unset IFS
  else
    folders=(/usr/lib/jvm /usr/java /opt /opt/java /Library/Java/JavaVirtualMachines /opt/homebrew/opt /usr/local/opt)
    if [ -n "${HOME:-}" ]; then
      folders+=("$HOME/.sdkman/candidates/java" "$HOME/.jdks" "$HOME/.jbang/cache/jdks" "$HOME/Library/Java/JavaVirtualMachines")
    fi
    if [ -n "${RUNNER_TOOL_CACHE:-}" ]; then
      for folder in "$RUNNER_TOOL_CACHE"/Java_*/*; do
        folders+=("$folder")
      done
    fi
  fi
  for folder in ${folders[@]+"${folders[@]}"}; do
    [ -d "$folder" ] || continue
    for home in "$folder"/*; do
      accept_java "$home" && return 0
    done
  done
  return 1
}

find_java() {
  accept_java "${GF_JAVA_HOME:-}" && return 0
  [ -z "${GF_JAVA_HOME:-}" ] || say "GF_JAVA_HOME=$GF_JAVA_HOME is no Java $oldest_java or newer; looking elsewhere"
  accept_java_of_variables || accept_java "${JAVA_HOME:-}" || accept_java_of_path || accept_java_of_folders
}

need_java() {
  find_java && return 0
  say "Java $oldest_java or newer is needed, and none was found in GF_JAVA_HOME, JAVA_HOME_${oldest_java}_*, JAVA_HOME, PATH or the usual folders."
  say "Install one (Debian and Ubuntu: apt-get install openjdk-$oldest_java-jre-headless; macOS: brew install openjdk;"
  say "in a workflow: actions/setup-java with java-version: $oldest_java) or point GF_JAVA_HOME at one."
  conclude 2 java-missing "Java $oldest_java or newer is needed on this runner: install one, point GF_JAVA_HOME at one, or set the input java: install"
  exit 2
}

# True when the checkout's jar is missing or a source is newer. Folders count too: a deleted file changes its folder.
jar_is_stale() {
  [ -f "$jar" ] || return 0
  local newer
  newer=$(find "$root/src/main" "$root/config" "$root/docs/rules" "$root/packaging" "$root/pom.xml" \
    -newer "$jar" -print 2>/dev/null)
  [ -n "$newer" ]
}

in_own_action() {
  [ -n "${GITHUB_ACTION_PATH:-}" ] || return 1
  case $GITHUB_ACTION_PATH/ in
    "$root"/*) return 0 ;;
  esac
  local action
  action=$(cd -P -- "$GITHUB_ACTION_PATH" 2>/dev/null && pwd -P) || return 1
  case $action/ in
    "$root"/*) return 0 ;;
  esac
  return 1
}

# Two starts in one checkout must not build into one folder at once. A link is made in one step and says who holds it.
lock_build() {
  local holder
  mkdir -p "$root/target"
  until ln -s "$$" "$root/target/gf.lock" 2>/dev/null; do
    holder=$(readlink "$root/target/gf.lock") || continue
    if kill -0 "$holder" 2>/dev/null; then
      [ -n "${waiting:-}" ] || say "another gf (process $holder) builds here; waiting"
      waiting=yes
      sleep 1
    else
      rm -f "$root/target/gf.lock"
    fi
  done
  trap 'rm -f "$root/target/gf.lock" "$root/target/gf.started"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

unlock_build() {
  rm -f "$root/target/gf.lock" "$root/target/gf.started"
  trap - EXIT INT TERM
}

build_jar() {
  local log=$root/target/gf-build.log status=0
  lock_build
  if ! jar_is_stale; then
    unlock_build
    return 0
  fi
  say "building $jar with Maven (about half a minute, longer when dependencies have to be fetched)"
  : >"$root/target/gf.started"
  if [ -z "${JAVA_HOME:-}" ] && ! type -P java >/dev/null; then
    export JAVA_HOME=$java_home
  fi
  (cd "$root" && exec mvn --batch-mode --quiet -Dmaven.test.skip=true -Dtest-tools.skip=true package) \
    >"$log" 2>&1 </dev/null || status=$?
  if [ "$status" -ne 0 ] || [ ! -f "$jar" ]; then
    tail -n 30 "$log" >&2
    say "the build failed with exit $status; the whole log is $log"
    conclude 70 build-failed "the build of this branch failed; the step's log has Maven's last lines"
    exit 70
  fi
  # As old as the build's start, so that a source saved while Maven ran counts as newer.
  touch -r "$root/target/gf.started" "$jar"
  unlock_build
}

run_by_jbang() {
  say "no Maven on the PATH: running actions/gf.java with jbang"
  export JAVA_HOME=$java_home
  exec jbang "$root/actions/gf.java" "$@"
}

# The digest under which start-up caches are kept; empty when there is none at hand. Hashing at every start would cost
# more than the cache saves.
read_digest() {
  local sums=$jar.sha256
  digest=
  [ -f "$root/lib/SHA256SUMS" ] && [ "$jar" = "$root/lib/gf.jar" ] && sums=$root/lib/SHA256SUMS
  [ -f "$sums" ] && ! [ "$jar" -nt "$sums" ] || [ "$sums" = "$root/lib/SHA256SUMS" ] || return 0
  [ -f "$sums" ] || return 0
  local line
  while IFS= read -r line; do
    case $line in
      *gf.jar)
        digest=${line%% *}
        break
        ;;
    esac
  done <"$sums"
  case $digest in
    *[!0-9a-f]*) digest= ;;
  esac
}

name_cache() {
  local folder=${GF_AOT_DIR:-}
  cache=
  [ "${GF_AOT:-}" != off ] || return 0
  if [ -z "$folder" ]; then
    [ -n "${XDG_CACHE_HOME:-}${HOME:-}" ] || return 0
    folder=${XDG_CACHE_HOME:-${HOME:-}/.cache}/gf-actions/aot
  fi
  [ -n "$digest" ] && cache=$folder/$digest/$java_build.aot
}

hash_of() {
  if type -P sha256sum >/dev/null; then
    sha256sum "$1"
  else
    shasum -a 256 "$1"
  fi
}

warm() {
  [ "${GF_AOT:-}" != off ] || refuse aot-off "GF_AOT=off forbids a start-up cache"
  if [ -z "$digest" ]; then
    hash_of "$jar" >"$jar.sha256.$$" && mv -f "$jar.sha256.$$" "$jar.sha256"
    read_digest
  fi
  name_cache
  [ -n "$cache" ] || refuse no-cache-folder "no place for the start-up cache: set HOME, XDG_CACHE_HOME or GF_AOT_DIR"
  if [ -f "$cache" ]; then
    say "start-up cache is there already: $cache"
    return 0
  fi
  mkdir -p "${cache%/*}" || exit 3
  temporary=$cache.$$
  # Not local: the trap outlives this function.
  trap 'rm -rf "$temporary" "$temporary.config" "$temporary.d"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  mkdir "$temporary.d"
  # The recording JVM writes warnings to standard output whatever it is told: both streams are thrown away. What it would
  # record of how often methods ran makes a later start compile more of them, and that costs more than it saves; a JVM
  # that does not know the flag passes over it.
  "$java_home/bin/java" "${flags[@]}" "-XX:AOTCacheOutput=$temporary" \
    -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining \
    -cp "$jar" dev.tinyland.gf.StartupTraining "$temporary.d" >/dev/null 2>&1 </dev/null
  if [ ! -s "$temporary" ]; then
    say "this Java made no start-up cache; gf starts without one"
    exit 3
  fi
  # Renamed in one step: of two that warm at once the later one replaces equal content.
  mv -f "$temporary" "$cache"
  say "made the start-up cache $cache"
}

verify() {
  [ -f "$root/lib/SHA256SUMS" ] ||
    refuse not-a-release "--verify checks a release tree, and $root is a checkout: there is no lib/SHA256SUMS"
  local line sum name seen found=0 wrong=0
  while IFS= read -r line || [ -n "$line" ]; do
    sum=${line%% *}
    name=${line#*  }
    found=$((found + 1))
    if [ ! -f "$root/$name" ]; then
      say "missing: $name"
      wrong=$((wrong + 1))
      continue
    fi
    seen=$(hash_of "$root/$name")
    seen=${seen#\\}
    if [ "${seen%% *}" != "$sum" ]; then
      say "changed: $name (expected $sum, found ${seen%% *})"
      wrong=$((wrong + 1))
    fi
  done <"$root/lib/SHA256SUMS"
  local file
  for file in "$root"/lib/*.jar; do
    name=lib/${file##*/}
    case "$(<"$root/lib/SHA256SUMS")"$'\n' in
      *"  $name"$'\n'*) ;;
      *)
        say "not of this release: $name"
        wrong=$((wrong + 1))
        ;;
    esac
  done
  [ "$found" -gt 0 ] || refuse nothing-to-verify "lib/SHA256SUMS is empty: nothing was verified"
  if [ "$wrong" -gt 0 ]; then
    say "$wrong of $found files are not what the release holds: fetch it again"
    exit 1
  fi
  printf 'gf: %s files are as released\n' "$found"
}

# Needs no container tool: a build of an image runs it and takes DIR along. What is copied is what was verified.
bake() {
  local into=$1
  [ -n "$into" ] || refuse usage "usage: gf --bake DIR"
  [ -f "$root/lib/SHA256SUMS" ] ||
    refuse not-a-release "--bake takes a release, and $root is a checkout: clone a tag (git clone --branch v1)"
  [ ! -e "$into" ] || refuse bake-exists "$into exists already: name a folder that does not"
  verify >&2
  local line name
  mkdir -p "$into" || exit 3
  while IFS= read -r line || [ -n "$line" ]; do
    name=${line#*  }
    case $name in
      */*) mkdir -p "$into/${name%/*}" || exit 3 ;;
    esac
    cp -p "$root/$name" "$into/$name" || exit 3
  done <"$root/lib/SHA256SUMS"
  cp "$root/lib/SHA256SUMS" "$into/lib/SHA256SUMS" || exit 3
  into=$(cd -P -- "$into" && pwd -P)
  GF_JAVA_HOME=$java_home GF_AOT='' GF_AOT_DIR=$into/aot "$into/gf" --warm || exit $?
  # Runners seldom run as the user that builds the image.
  chmod -R a+rX "$into"
  printf 'GF_JAVA_HOME=%s\nGF_AOT_DIR=%s/aot\n' "$java_home" "$into"
  say "baked into $into; set the two lines above in the image's environment"
}

find_root
# A small young generation keeps a run over thousands of files under 200 MB: what is read of a file is garbage once the
# file is judged. The last flag keeps reflection on its plain way: the other one makes classes for what is called once,
# and takes a sixth of a start. A JVM that does not know the property passes over it.
readonly flags=(
  -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn40m -Xlog:disable -Xlog:all=off
  -Djdk.reflect.useNativeAccessorOnly=true
)
jar=$root/lib/gf.jar
[ -f "$jar" ] || [ ! -f "$root/pom.xml" ] || jar=$root/target/gf.jar

case ${1:-} in
  --verify)
    verify
    exit 0
    ;;
  --java-home)
    need_java
    printf '%s\n' "$java_home"
    exit 0
    ;;
esac

case ${GF_JAVA:-install} in
  install | require) ;;
  *) refuse input-java "the input java is install or require, and nothing else" ;;
esac
need_java

if [ "$jar" = "$root/target/gf.jar" ]; then
  if in_own_action && [ "${GF_BUILD:-}" != true ]; then
    refuse branch "this ref of the action is a branch and carries no jar: use a release tag (for example @v1), or set the input build: true"
  fi
  if jar_is_stale; then
    if type -P mvn >/dev/null; then
      build_jar
    elif type -P jbang >/dev/null; then
      [ "${1:-}" != --warm ] || refuse no-maven "--warm needs the jar, and there is no Maven to build it"
      run_by_jbang "$@"
    else
      refuse no-maven "$jar is missing or older than its sources, and neither mvn (3.8.7 or newer) nor jbang is on the PATH to make it"
    fi
  fi
elif [ ! -f "$jar" ]; then
  refuse incomplete-release "$jar is missing: this release tree is incomplete, fetch it again"
fi

if [ "${1:-}" = --bake ]; then
  bake "${2:-}"
  exit 0
fi

digest=
[ "${GF_AOT:-}" = off ] || read_digest
if [ "${1:-}" = --warm ]; then
  warm
  exit 0
fi
name_cache
if [ -n "$cache" ] && [ -f "$cache" ]; then
  # A JVM that maps a damaged cache dies; one that verifies it starts without it. That check costs a hundredth second.
  exec "$java_home/bin/java" "${flags[@]}" -XX:+VerifySharedSpaces "-XX:AOTCache=$cache" -jar "$jar" "$@"
fi
case ${1:-}:$jar in
  # The JVM itself loads what stands on the boot class path; from the class path a loader in Java would, itself
  # interpreted at first: a quarter of a start. Only for the linter: from there nobody sees java.net.http, which the
  # tools that ask GitHub and clusters need. A class path cannot hold a colon. -cp keeps the current folder off it.
  lint:*:*) ;;
  lint:*) exec "$java_home/bin/java" "${flags[@]}" "-Xbootclasspath/a:$jar" -cp "$jar" dev.tinyland.gf.Gf "$@" ;;
esac
exec "$java_home/bin/java" "${flags[@]}" -jar "$jar" "$@"
