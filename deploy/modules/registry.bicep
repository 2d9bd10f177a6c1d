// Where the image lies. Nobody has a password: azd pushes as whoever runs it, the apps pull with their identities.
param location string
param tags object
param token string
@description('Object ids of the identities that may pull.')
param pullers array
param workspaceId string

// Built-in role AcrPull.
var acrPull = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' = {
  name: 'cr${token}'
  location: location
  tags: tags
  sku: { name: 'Basic' }
  properties: {
    adminUserEnabled: false
    anonymousPullEnabled: false
  }
}

resource pulling 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for puller in pullers: {
  scope: registry
  name: guid(registry.id, puller, acrPull)
  properties: {
    roleDefinitionId: acrPull
    principalId: puller
    principalType: 'ServicePrincipal'
  }
}]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: registry
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'ContainerRegistryLoginEvents', enabled: true }
      { category: 'ContainerRegistryRepositoryEvents', enabled: true }
    ]
  }
}

output server string = registry.properties.loginServer
