#!/bin/sh
# A silo is never replaced in place: for a while, old and new would answer at one address, and Orleans would take each
# for a restart of the other. So an upgrade goes to the other colour.
set -eu

case "$SILO_COLOUR" in
  blue) image=${SILO_IMAGE_BLUE:-} other=green ;;
  *) image=${SILO_IMAGE_GREEN:-} other=blue ;;
esac
if [ -n "$image" ]; then
  echo "Silos of colour $SILO_COLOUR run already: azd env set SILO_COLOUR $other, then azd up." >&2
  echo "For the web alone: azd deploy web." >&2
  exit 1
fi
