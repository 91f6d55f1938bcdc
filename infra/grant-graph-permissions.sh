#!/usr/bin/env bash
# Grants the bot's identity what it needs of Microsoft Graph, or takes it away again. Running it twice changes nothing.
#
#   ./grant-graph-permissions.sh --principal-id ID
#   ./grant-graph-permissions.sh --app-id ID --site eksempel.sharepoint.com:/sites/sundhedsraad
#   ./grant-graph-permissions.sh --principal-id ID --remove
#
# --principal-id  the identity's object id (output identityPrincipalId). Signed in with az as Privileged Role Administrator.
# --app-id        the bot's app id (output appId); with --site, gives it the role write on that one SharePoint site, which
#                 Sites.Selected alone does not. Needs GRAPH_TOKEN: a token with Sites.FullControl.All, such as Graph Explorer's,
#                 because the Azure CLI cannot ask for that permission; and jq.
# --role          manage while »library setup« makes the columns, and write afterwards; the site is given write without it. read for a
#                 site from which only attachments of written procedures are read.
# --remove        takes the permissions away; with --site, the site's.
set -euo pipefail

readonly graph=https://graph.microsoft.com/v1.0
readonly graph_app_id=00000003-0000-0000-c000-000000000000
# Each for one part of the product; the README says which.
readonly permissions=(Sites.Selected Calendars.Read OnlineMeetings.Read.All OnlineMeetingArtifact.Read.All Mail.Send)

principal_id="" app_id="" site="" role="" remove=false

fail() { printf '%s\n' "$*" >&2; exit 2; }

while [ $# -gt 0 ]; do
  case "$1" in
    --principal-id) principal_id=${2:?--principal-id needs an id}; shift 2 ;;
    --app-id) app_id=${2:?--app-id needs an id}; shift 2 ;;
    --site) site=${2:?--site needs HOST:/sites/NAME}; shift 2 ;;
    --role) role=${2:?--role needs read, write or manage}; shift 2 ;;
    --remove) remove=true; shift ;;
    *) fail "Unknown argument: $1" ;;
  esac
done

# The token never stands on a command line, where others on the machine could read it.
site_call() {
  local method=$1 path=$2
  shift 2
  curl --silent --show-error --fail-with-body --request "$method" "$@" \
    --config <(printf 'header = "Authorization: Bearer %s"\n' "$GRAPH_TOKEN") "$graph/sites/$path"
}

assignment_of() {
  az rest --method get --url "$graph/servicePrincipals/$principal_id/appRoleAssignments" \
    --query "value[?resourceId=='$1' && appRoleId=='$2'].id | [0]" --output tsv
}

change_permission() {
  local name=$1 resource_id=$2 role_id assignment
  role_id=$(az ad sp show --id "$graph_app_id" --query "appRoles[?value=='$name'].id | [0]" --output tsv)
  [ -n "$role_id" ] || fail "Microsoft Graph has no permission $name."
  assignment=$(assignment_of "$resource_id" "$role_id")
  if $remove; then
    if [ -z "$assignment" ]; then echo "$name: not granted"; return; fi
    az rest --method delete --url "$graph/servicePrincipals/$principal_id/appRoleAssignments/$assignment" --output none
    echo "$name: removed"
  elif [ -n "$assignment" ]; then
    echo "$name: granted before"
  else
    az rest --method post --url "$graph/servicePrincipals/$principal_id/appRoleAssignments" --output none \
      --headers Content-Type=application/json \
      --body "{\"principalId\":\"$principal_id\",\"resourceId\":\"$resource_id\",\"appRoleId\":\"$role_id\"}"
    echo "$name: granted"
  fi
}

change_permissions() {
  local resource_id name
  resource_id=$(az ad sp show --id "$graph_app_id" --query id --output tsv)
  for name in "${permissions[@]}"; do change_permission "$name" "$resource_id"; done
}

change_site() {
  local site_id permission
  [ -n "${GRAPH_TOKEN:-}" ] || fail "GRAPH_TOKEN is missing: a token with Sites.FullControl.All."
  site_id=$(site_call GET "$site?\$select=id" | jq --raw-output .id)
  permission=$(site_call GET "$site_id/permissions" | jq --raw-output --arg app "$app_id" \
    'first(.value[] | select(any(.grantedToIdentitiesV2[]?, .grantedToIdentities[]?; .application.id == $app)) | .id) // empty')
  if $remove; then
    if [ -z "$permission" ]; then echo "$site: not granted"; return; fi
    site_call DELETE "$site_id/permissions/$permission" > /dev/null
    echo "$site: removed"
  elif [ -n "$permission" ] && [ -z "$role" ]; then
    echo "$site: granted before"
  elif [ -n "$permission" ]; then
    site_call PATCH "$site_id/permissions/$permission" --header 'Content-Type: application/json' --data "{\"roles\":[\"$role\"]}" > /dev/null
    echo "$site: $role"
  else
    site_call POST "$site_id/permissions" --header 'Content-Type: application/json' \
      --data "{\"roles\":[\"${role:-write}\"],\"grantedToIdentities\":[{\"application\":{\"id\":\"$app_id\",\"displayName\":\"Klynge\"}}]}" > /dev/null
    echo "$site: granted"
  fi
}

case "$role" in "" | read | write | manage) ;; *) fail "--role is read, write or manage." ;; esac
[ -n "$principal_id$site" ] || fail "Nothing to do: give --principal-id, or --app-id and --site."
if [ -n "$site" ] && [ -z "$app_id" ]; then fail "--site needs --app-id."; fi
if [ -n "$principal_id" ]; then change_permissions; fi
if [ -n "$site" ]; then change_site; fi
