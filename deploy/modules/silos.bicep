// The nodes of the cluster. Orleans needs an address for each, and Container Apps gives one to an app, not to a
// replica: so a silo is an app with one replica, known by ports of its own on the environment's private address.
param location string
param tags object
@allowed(['blue', 'green'])
param colour string
param image string
param count int
param countAtPeak int
param requestsPerSilo int
param webId string
param environmentId string
@description('The private address of the environment.')
param address string
param identityId string
param clientId string
param registryServer string
param size object
param database string
param shared array

var placeholder = 'mcr.microsoft.com/azuredocs/containerapps-helloworld:latest'
// Both colours run side by side during an upgrade, so each has ports of its own.
var firstSiloPort = colour == 'blue' ? 11111 : 12111
var firstGatewayPort = colour == 'blue' ? 30001 : 31001

resource silo 'Microsoft.App/containerApps@2025-07-01' = [for i in range(0, countAtPeak): {
  name: 'ca-silo-${colour}-${i + 1}'
  location: location
  tags: union(tags, { colour: colour }, i == 0 ? { 'azd-service-name': 'silo' } : {})
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 1
      ingress: {
        // To the virtual network: the environment itself has no public address.
        external: true
        transport: 'tcp'
        targetPort: 11111
        exposedPort: firstSiloPort + i
        additionalPortMappings: [{ external: true, targetPort: 30000, exposedPort: firstGatewayPort + i }]
      }
      registries: [{ server: registryServer, identity: identityId }]
    }
    template: {
      // Time to hand over what the silo hosts before it ends.
      terminationGracePeriodSeconds: 90
      containers: [
        {
          name: 'silo'
          image: empty(image) ? placeholder : image
          resources: { cpu: json(size.cpu), memory: size.memory }
          env: concat(shared, [
            { name: 'AZURE_CLIENT_ID', value: clientId }
            { name: 'OTEL_SERVICE_NAME', value: 'communities-silo' }
            { name: 'Communities__Role', value: 'silo' }
            { name: 'Communities__Postgres__ConnectionString', value: database }
            { name: 'Communities__Postgres__Authentication', value: 'Entra' }
            { name: 'Orleans__Name', value: '${colour}-${i + 1}' }
            { name: 'Orleans__Endpoints__AdvertisedIPAddress', value: address }
            { name: 'Orleans__Endpoints__SiloPort', value: string(firstSiloPort + i) }
            { name: 'Orleans__Endpoints__GatewayPort', value: string(firstGatewayPort + i) }
            { name: 'Orleans__Endpoints__SiloListeningEndpoint', value: '0.0.0.0:11111' }
            { name: 'Orleans__Endpoints__GatewayListeningEndpoint', value: '0.0.0.0:30000' }
            { name: 'Orleans__Reminders__ProviderType', value: 'PostgreSql' }
          ])
          probes: [
            { type: 'Startup', httpGet: { path: '/health/live', port: 8080 }, periodSeconds: 2, failureThreshold: 60 }
            { type: 'Liveness', httpGet: { path: '/health/live', port: 8080 }, periodSeconds: 10, failureThreshold: 3 }
            { type: 'Readiness', httpGet: { path: '/health/ready', port: 8080 }, periodSeconds: 5, failureThreshold: 3 }
          ]
        }
      ]
      scale: {
        minReplicas: i < count ? 1 : 0
        maxReplicas: 1
        cooldownPeriod: 900
        // The nth silo starts when people ask more than n-1 can serve. What people ask does not sink when a silo
        // starts, as the load of a processor does, so silos do not come and go in turn.
        rules: i < count ? [] : [
          {
            name: 'demand'
            custom: {
              type: 'azure-monitor'
              identity: identityId
              metadata: {
                tenantId: tenant().tenantId
                subscriptionId: subscription().subscriptionId
                resourceGroupName: resourceGroup().name
                resourceURI: 'Microsoft.App/containerApps/${last(split(webId, '/'))}'
                metricName: 'Requests'
                metricAggregationType: 'Total'
                metricAggregationInterval: '0:5:0'
                targetValue: string(requestsPerSilo * i)
                activationTargetValue: string(requestsPerSilo * i)
              }
            }
          }
        ]
      }
    }
  }
}]

output first string = silo[0].name
output others string = join(map(range(1, countAtPeak - 1), i => 'ca-silo-${colour}-${i + 1}'), ' ')
