// The nodes of the cluster: `azd deploy silo`. Orleans needs an address for each, and Container Apps gives one to an app,
// not to a replica: so a silo is an app with one replica, known by ports of its own on the environment's private address.
@description('Name of the azd environment, and of the cluster.')
param environmentName string

@description('The image that azd has pushed.')
param image string

@allowed(['blue', 'green'])
@description('The colour of these silos. An upgrade brings the other colour up beside it: see README, Upgrading.')
param colour string

// Numbers come as texts: azd puts its values into the parameters as they are.
@description('Silos that always run. With two, one may be lost.')
param silos string

@description('Silos at peak: those above `silos` start when the web has more requests than the others serve.')
param silosAtPeak string

@description('Requests in five minutes that one silo serves in comfort; the measure by which more of them start.')
param requestsPerSilo string = '1000000'

@description('What each silo has: vCPU, and twice as many GiB. Up to 4 and 8Gi.')
param cpu string
param memory string

@description('Partitions of the journal. Fixed when the database is made: another number is refused at start.')
param partitions string

param environmentId string
@description('The private address of the environment.')
param address string
param identityName string
param registryServer string
param database string
param archive string

var count = int(silos)
var tags = { 'azd-env-name': environmentName, colour: colour }
// Both colours run side by side during an upgrade, so each has ports of its own.
var firstSiloPort = colour == 'blue' ? 11111 : 12111
var firstGatewayPort = colour == 'blue' ? 30001 : 31001

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource silo 'Microsoft.App/containerApps@2025-07-01' = [for i in range(0, max(count, int(silosAtPeak))): {
  name: 'ca-silo-${colour}-${i + 1}'
  location: resourceGroup().location
  // Not tagged as azd's service: there are several, and azd takes the tag for the name of one.
  tags: tags
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
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
      registries: [{ server: registryServer, identity: identity.id }]
    }
    template: {
      // Time to hand over what the silo hosts before it ends.
      terminationGracePeriodSeconds: 90
      containers: [
        {
          name: 'silo'
          image: image
          resources: { cpu: json(cpu), memory: memory }
          env: [
            { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
            { name: 'OTEL_SERVICE_NAME', value: 'communities-silo' }
            { name: 'Communities__Role', value: 'silo' }
            { name: 'Communities__Postgres__ConnectionString', value: '${database};Username=${identityName}' }
            { name: 'Communities__Postgres__Authentication', value: 'Entra' }
            { name: 'Communities__Partitions', value: partitions }
            { name: 'Communities__Archive', value: archive }
            { name: 'Orleans__ClusterId', value: environmentName }
            { name: 'Orleans__ServiceId', value: 'communities' }
            { name: 'Orleans__Clustering__ProviderType', value: 'PostgreSql' }
            { name: 'Orleans__Name', value: '${colour}-${i + 1}' }
            { name: 'Orleans__Endpoints__AdvertisedIPAddress', value: address }
            { name: 'Orleans__Endpoints__SiloPort', value: string(firstSiloPort + i) }
            { name: 'Orleans__Endpoints__GatewayPort', value: string(firstGatewayPort + i) }
            { name: 'Orleans__Endpoints__SiloListeningEndpoint', value: '0.0.0.0:11111' }
            { name: 'Orleans__Endpoints__GatewayListeningEndpoint', value: '0.0.0.0:30000' }
            { name: 'Orleans__Reminders__ProviderType', value: 'PostgreSql' }
          ]
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
              identity: identity.id
              metadata: {
                tenantId: tenant().tenantId
                subscriptionId: subscription().subscriptionId
                resourceGroupName: resourceGroup().name
                resourceURI: 'Microsoft.App/containerApps/ca-web'
                metricName: 'Requests'
                metricAggregationType: 'Total'
                metricAggregationInterval: '0:5:0'
                targetValue: string(int(requestsPerSilo) * i)
                activationTargetValue: string(int(requestsPerSilo) * i)
              }
            }
          }
        ]
      }
    }
  }
}]
