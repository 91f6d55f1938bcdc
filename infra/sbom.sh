#!/usr/bin/env bash
# Writes what the two hosts are made of (CycloneDX, JSON), each with every package that ships, its version, licence and hash:
#   infra/sbom.sh FOLDER        writes FOLDER/klynge-bot.cdx.json and FOLDER/klynge-functions.cdx.json
# Needs the solution restored, and jq. Ends with 1 when a list lacks a package that a project of ours asks for, or holds one of the tests.
set -euo pipefail
[ $# -eq 1 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
out=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$(dirname "$0")/.."
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)

dotnet tool restore >/dev/null

packages=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: *//')

# Packages that a project downloads and refers to by file, which the tool does not look for: their name, hash and licence by hand.
add_downloads() {
  local file=$1 project=$2 version name folder hash
  version=$(sed -n 's:.*<BotFramework>\(.*\)</BotFramework>.*:\1:p' "$project")
  for name in $(sed -n 's:.*<PackageDownload Include="\([^"]*\)".*:\1:p' "$project" | tr ';' ' '); do
    folder="$packages/$(tr '[:upper:]' '[:lower:]' <<<"$name")/$version"
    hash=$(base64 -d <"$(echo "$folder"/*.nupkg.sha512)" | od -An -v -tx1 | tr -d ' \n' | tr '[:lower:]' '[:upper:]')
    jq --arg name "$name" --arg version "$version" --arg hash "$hash" \
      --arg licence "$(sed -n 's:.*<license type="expression">\(.*\)</license>.*:\1:p' "$folder"/*.nuspec)" '
      .components += [{type: "library", "bom-ref": "pkg:nuget/\($name)@\($version)", name: $name, version: $version, scope: "required",
        hashes: [{alg: "SHA-512", content: $hash}], licenses: [{license: {id: $licence}}], purl: "pkg:nuget/\($name)@\($version)"}]' "$file" >"$file.new"
    mv "$file.new" "$file"
  done
}

write() {
  local project=$1 name=$2 file="$out/$2.cdx.json" package missing=""
  dotnet tool run dotnet-CycloneDX -- "$project" --disable-package-restore --exclude-dev --no-serial-number \
    --output "$out" --filename "$name.cdx.json" --output-format Json --set-name "$name" --set-version "$version" >/dev/null

  [ -z "${3:-}" ] || add_downloads "$file" "$3"

  # What our projects ask for by name, without what only the build uses.
  while read -r package; do
    jq -e --arg name "$package" 'any(.components[]; .name == $name)' "$file" >/dev/null || missing+=" $package"
  done < <(dotnet list "$project" package --format json --no-restore |
    jq -r '.projects[].frameworks[]?.topLevelPackages[]?.id' | grep -vE 'Analyzer|\.Sdk$')
  [ -z "$missing" ] || { echo "$name: not in the list:$missing" >&2; return 1; }
  if jq -e 'any(.components[]; .name | test("^(xunit|Moq|Microsoft\\.NET\\.Test|BenchmarkDotNet)"))' "$file" >/dev/null; then
    echo "$name: holds packages of the tests" >&2
    return 1
  fi
  echo "$name: $(jq '.components | length' "$file") packages"
}

write bot/Klynge.Bot/Klynge.Bot.csproj klynge-bot bot/Klynge.BotBuilder/Sdk.props
write functions/Klynge.Functions/Klynge.Functions.csproj klynge-functions
