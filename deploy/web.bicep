// The front end: `azd deploy web`. Any replica serves any request, so no reader is bound to one.
@description('Name of the azd environment, and of the cluster.')
param environmentName string

@description('The image that azd has pushed.')
param image string

// Numbers come as texts: azd puts its values into the parameters as they are.
@description('Replicas that always run.')
param webs string

@description('Replicas at peak.')
param websAtPeak string

@description('What each replica has: vCPU, and twice as many GiB.')
param cpu string
param memory string

@description('As the silos have it.')
param partitions string

param environmentId string
param identityName string
@description('Who may read how much is asked of the web: the silos, of which more start by it.')
param siloIdentityName string
param registryServer string
param database string
param archive string

// Built-in role Monitoring Reader.
var monitoringReader = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions', '43d0d8ad-25c7-4714-9337-8ba259a9fe05')

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource siloIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: siloIdentityName
}

resource web 'Microsoft.App/containerApps@2025-07-01' = {
  name: 'ca-web'
  location: resourceGroup().location
  tags: { 'azd-env-name': environmentName, 'azd-service-name': 'web' }
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 3
      ingress: {
        external: true
        targetPort: 8080
        transport: 'auto'
        allowInsecure: false
        stickySessions: { affinity: 'none' }
      }
      registries: [{ server: registryServer, identity: identity.id }]
    }
    template: {
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'web'
          image: image
          resources: { cpu: json(cpu), memory: memory }
          env: [
            { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
            { name: 'OTEL_SERVICE_NAME', value: 'communities-web' }
            { name: 'Communities__Role', value: 'web' }
            { name: 'Communities__Postgres__ConnectionString', value: '${database};Username=${identityName}' }
            { name: 'Communities__Postgres__Authentication', value: 'Entra' }
            { name: 'Communities__Partitions', value: partitions }
            { name: 'Communities__Archive', value: archive }
            { name: 'Orleans__ClusterId', value: environmentName }
            { name: 'Orleans__ServiceId', value: 'communities' }
            { name: 'Orleans__Clustering__ProviderType', value: 'PostgreSql' }
            // The proxies of Container Apps: the addresses that every environment keeps for itself.
            { name: 'Communities__TrustedProxies__0', value: '100.100.0.0/16' }
          ]
          probes: [
            { type: 'Startup', httpGet: { path: '/health/live', port: 8080 }, periodSeconds: 2, failureThreshold: 60 }
            { type: 'Liveness', httpGet: { path: '/health/live', port: 8080 }, periodSeconds: 10, failureThreshold: 3 }
            { type: 'Readiness', httpGet: { path: '/health/ready', port: 8080 }, periodSeconds: 5, failureThreshold: 3 }
          ]
        }
      ]
      scale: {
        minReplicas: int(webs)
        maxReplicas: max(int(webs), int(websAtPeak))
        rules: [
          // Requests a second: Container Apps counts those of 15 seconds, and a live connection when it opens. Whoever
          // reads 200 pages a second keeps some 12,000 of those open, which one replica holds.
          { name: 'requests', http: { metadata: { concurrentRequests: '200' } } }
          { name: 'cpu', custom: { type: 'cpu', metadata: { type: 'Utilization', value: '70' } } }
        ]
      }
    }
  }
}

resource reading 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: web
  name: guid(web.id, siloIdentity.id, monitoringReader)
  properties: {
    roleDefinitionId: monitoringReader
    principalId: siloIdentity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

output SERVICE_WEB_ENDPOINT string = 'https://${web.properties.configuration.ingress.fqdn}'
