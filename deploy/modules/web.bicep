// The front end: any replica serves any request, so there is no affinity between a reader and a replica.
param location string
param tags object
param image string
param environmentId string
param identityId string
param clientId string
param registryServer string
param size object
param database string
param keysAddress string
param shared array
param minReplicas int
param maxReplicas int

// Until azd has pushed ours.
var placeholder = 'mcr.microsoft.com/azuredocs/containerapps-helloworld:latest'

resource web 'Microsoft.App/containerApps@2025-07-01' = {
  name: 'ca-web'
  location: location
  tags: union(tags, { 'azd-service-name': 'web' })
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
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
      registries: [{ server: registryServer, identity: identityId }]
    }
    template: {
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'web'
          image: empty(image) ? placeholder : image
          resources: { cpu: json(size.cpu), memory: size.memory }
          env: concat(shared, [
            { name: 'AZURE_CLIENT_ID', value: clientId }
            { name: 'OTEL_SERVICE_NAME', value: 'communities-web' }
            { name: 'Communities__Role', value: 'web' }
            { name: 'Communities__Postgres__ConnectionString', value: database }
            { name: 'Communities__Postgres__Authentication', value: 'Entra' }
            { name: 'Communities__Keys', value: keysAddress }
            // The proxies of Container Apps: the addresses that every environment keeps for itself.
            { name: 'Communities__TrustedProxies__0', value: '100.100.0.0/16' }
          ])
          probes: [
            { type: 'Startup', httpGet: { path: '/health/live', port: 8080 }, periodSeconds: 2, failureThreshold: 60 }
            { type: 'Liveness', httpGet: { path: '/health/live', port: 8080 }, periodSeconds: 10, failureThreshold: 3 }
            { type: 'Readiness', httpGet: { path: '/health/ready', port: 8080 }, periodSeconds: 5, failureThreshold: 3 }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          // Live connections count as requests, so this is mostly how many people have a page open.
          { name: 'requests', http: { metadata: { concurrentRequests: '200' } } }
          { name: 'cpu', custom: { type: 'cpu', metadata: { type: 'Utilization', value: '70' } } }
        ]
      }
    }
  }
}

output id string = web.id
output name string = web.name
output address string = 'https://${web.properties.configuration.ingress.fqdn}'
