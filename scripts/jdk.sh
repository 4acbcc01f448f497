# Sets JAVA_HOME to a JDK 25 or newer. Sourced by run, test and bench.
find_jdk() {
  local candidate release version
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
      "$(dirname "$(dirname "$(readlink -f "$(command -v javac 2>/dev/null || echo /none/bin/javac)")")")"; do
    release="$candidate/release"
    [ -f "$release" ] && [ -x "$candidate/bin/javac" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release")
    if [ "${version:-0}" -ge 25 ]; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  done
  cat >&2 <<'NONE'
Consilium needs a JDK 25 or newer, and none was found.
  Debian, Ubuntu:  download Temurin 25 from https://adoptium.net and unpack it below /usr/lib/jvm
  Anywhere:        set JAVA_HOME to the JDK and start again
NONE
  return 1
}
find_jdk || exit 1
node_is() { command -v node >/dev/null && node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'; }
node_is || { echo "Consilium's web app is built with Node.js 20.19 or newer (https://nodejs.org); found: $(node --version 2>/dev/null || echo none)." >&2; exit 1; }
