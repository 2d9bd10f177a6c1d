// Who silos and web are: everything else knows them by these identities, and nobody has a password or a key.
param location string
param tags object
param token string

resource silo 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-silo-${token}'
  location: location
  tags: tags
}

resource web 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-web-${token}'
  location: location
  tags: tags
}

output siloName string = silo.name
output siloPrincipalId string = silo.properties.principalId
output webName string = web.name
output webPrincipalId string = web.properties.principalId
