// What silos may know of the web: its figures.
param webName string
param siloPrincipalId string

// Built-in role Monitoring Reader.
var monitoringReader = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions', '43d0d8ad-25c7-4714-9337-8ba259a9fe05')

resource web 'Microsoft.App/containerApps@2025-07-01' existing = {
  name: webName
}

resource reading 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: web
  name: guid(web.id, siloPrincipalId, monitoringReader)
  properties: {
    roleDefinitionId: monitoringReader
    principalId: siloPrincipalId
    principalType: 'ServicePrincipal'
  }
}
