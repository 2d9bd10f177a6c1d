#!/bin/sh
# deploy/retire.sh blue|green: ends the silos of a colour that an upgrade has replaced, one after the other. Each hands
# over what it hosts before it ends.
set -eu

colour=${1:?blue or green}
if [ "$colour" = "$(azd env get-value SILO_COLOUR)" ]; then
  echo "$colour is the colour that runs: azd env set SILO_COLOUR and azd up come first." >&2
  exit 1
fi
group=$(azd env get-value AZURE_RESOURCE_GROUP)
for app in $(az containerapp list --resource-group "$group" --query "[?tags.colour=='$colour'].name" --output tsv); do
  echo "$app ends …"
  az containerapp delete --resource-group "$group" --name "$app" --yes --output none
done
