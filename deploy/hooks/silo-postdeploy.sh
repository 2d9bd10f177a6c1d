#!/bin/sh
# azd has given the first silo of this colour its image: the others get the same, and the environment keeps it, so that
# the next `azd provision` changes nothing.
set -eu

image=$(az containerapp show --resource-group "$AZURE_RESOURCE_GROUP" --name "$SERVICE_SILO_RESOURCE_NAME" \
  --query 'properties.template.containers[0].image' --output tsv)
for app in $SILO_OTHERS; do
  echo "$app: $image"
  az containerapp update --resource-group "$AZURE_RESOURCE_GROUP" --name "$app" --image "$image" --output none
done
azd env set "SILO_IMAGE_$(printf %s "$SILO_COLOUR" | tr '[:lower:]' '[:upper:]')" "$image"
