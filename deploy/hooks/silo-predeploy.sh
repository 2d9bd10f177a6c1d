#!/bin/sh
# A silo does not get another image in place: for a while, old and new would answer at one address, and Orleans would
# take each for a restart of the other. So an upgrade goes to the other colour.
set -eu

colour=${SILO_COLOUR:-blue}
[ "$colour" = blue ] && other=green || other=blue
if [ "${SILO_IN_PLACE:-}" != yes ] && az containerapp show --resource-group "$AZURE_RESOURCE_GROUP" \
  --name "ca-silo-$colour-1" --output none 2> /dev/null; then
  echo "Silos of colour $colour run already: azd env set SILO_COLOUR $other, then azd up." >&2
  echo "For the web alone: azd deploy web." >&2
  exit 1
fi
