// All that Communities needs on Azure, in one resource group. `azd up` deploys it; deploy/README.md explains it.
targetScope = 'subscription'

@minLength(1)
@maxLength(32)
@description('Name of the azd environment; names and tags follow from it.')
param environmentName string

@minLength(1)
@description('The Azure region of everything.')
param location string

@allowed(['blue', 'green'])
@description('The colour of the silos to run. An upgrade brings the other colour up beside it: see README, Upgrading.')
param siloColour string = 'blue'

@description('The image that silos of each colour run; empty before their first deployment. The hooks keep it.')
param siloImages object = { blue: '', green: '' }

@description('The image that the web runs; empty before its first deployment. azd keeps it.')
param webImage string = ''

@minValue(1)
@maxValue(50)
@description('Silos that always run. With two, one may be lost.')
param silos int = 2

@minValue(1)
@maxValue(50)
@description('Silos at peak: those above `silos` start when the web has more requests than the others serve.')
param silosAtPeak int = 4

@minValue(1)
@description('Requests in five minutes that one silo serves in comfort; the measure by which more of them start.')
param requestsPerSilo int = 1000000

@description('What each silo has: vCPU, and twice as many GiB. Up to 4 and 8.')
param siloSize object = { cpu: '0.5', memory: '1Gi' }

@minValue(1)
@maxValue(300)
@description('Replicas of the web that always run.')
param webs int = 1

@minValue(1)
@maxValue(300)
@description('Replicas of the web at peak.')
param websAtPeak int = 10

@description('What each replica of the web has.')
param webSize object = { cpu: '0.5', memory: '1Gi' }

@minValue(1)
@maxValue(1024)
@description('Partitions of the journal. Fixed when the database is made: later values are refused at start.')
param partitions int = 16

@description('Size of the database server.')
param databaseSku object = { name: 'Standard_B2s', tier: 'Burstable' }

@minValue(32)
@maxValue(32768)
@description('First size of the database\'s disk in GiB. It grows by itself and never shrinks.')
param databaseStorageGB int = 32

@minValue(7)
@maxValue(35)
@description('Days to which the database can be set back.')
param backupDays int = 14

@allowed(['Disabled', 'SameZone', 'ZoneRedundant'])
@description('A standby of the database. Needs a size that is not Burstable.')
param databaseHighAvailability string = 'Disabled'

@description('Spreads the web\'s environment and the storage over the zones of the region. Only for a first deployment.')
param zoneRedundant bool = false

@description('Where metrics go by OTLP: a collector in the network, say. Empty: only logs and traces are kept.')
param metricsEndpoint string = ''

@description('Parts of the archive to put out of reach until thawed, as `archive/devs/2021/`. See README, The archive.')
param frozen array = []

var tags = { 'azd-env-name': environmentName }
// Names that must be unique in the world end with it.
var token = toLower(uniqueString(subscription().id, environmentName, location))

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identities 'modules/identities.bicep' = {
  name: 'identities'
  scope: group
  params: { location: location, tags: tags, token: token }
}

module network 'modules/network.bicep' = {
  name: 'network'
  scope: group
  params: { location: location, tags: tags, token: token }
}

module watch 'modules/watch.bicep' = {
  name: 'watch'
  scope: group
  params: { location: location, tags: tags, token: token }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    pullers: [identities.outputs.siloPrincipalId, identities.outputs.webPrincipalId]
    workspaceId: watch.outputs.workspaceId
  }
}

module database 'modules/database.bicep' = {
  name: 'database'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    sku: databaseSku
    storageGB: databaseStorageGB
    backupDays: backupDays
    highAvailability: databaseHighAvailability
    subnetId: network.outputs.databaseSubnetId
    dnsZoneId: network.outputs.databaseZoneId
    users: [
      { name: identities.outputs.siloName, principalId: identities.outputs.siloPrincipalId }
      { name: identities.outputs.webName, principalId: identities.outputs.webPrincipalId }
    ]
    workspaceId: watch.outputs.workspaceId
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    zoneRedundant: zoneRedundant
    frozen: frozen
    siloPrincipalId: identities.outputs.siloPrincipalId
    webPrincipalId: identities.outputs.webPrincipalId
    subnetId: network.outputs.endpointSubnetId
    blobZoneId: network.outputs.blobZoneId
    workspaceId: watch.outputs.workspaceId
  }
}

// Two environments: what is inside one can listen on ports of its own only if the environment has no public address,
// and the web needs one.
module inside 'modules/environment.bicep' = {
  name: 'inside'
  scope: group
  params: {
    name: 'cae-inside-${token}'
    location: location
    tags: tags
    internal: true
    zoneRedundant: zoneRedundant
    subnetId: network.outputs.insideSubnetId
    workspaceId: watch.outputs.workspaceId
    insightsConnection: watch.outputs.insightsConnection
    metricsEndpoint: metricsEndpoint
  }
}

module outside 'modules/environment.bicep' = {
  name: 'outside'
  scope: group
  params: {
    name: 'cae-outside-${token}'
    location: location
    tags: tags
    internal: false
    zoneRedundant: zoneRedundant
    subnetId: network.outputs.outsideSubnetId
    workspaceId: watch.outputs.workspaceId
    insightsConnection: watch.outputs.insightsConnection
    metricsEndpoint: metricsEndpoint
  }
}

// What silos and web must agree on, in the names that .NET's configuration reads. No secret is among it.
var shared = [
  { name: 'Orleans__ClusterId', value: environmentName }
  { name: 'Orleans__ServiceId', value: 'communities' }
  { name: 'Orleans__Clustering__ProviderType', value: 'PostgreSql' }
  { name: 'Communities__Archive', value: storage.outputs.archiveAddress }
  { name: 'Communities__Partitions', value: string(partitions) }
]

module web 'modules/web.bicep' = {
  name: 'web'
  scope: group
  params: {
    location: location
    tags: tags
    image: webImage
    environmentId: outside.outputs.id
    identityId: identities.outputs.webId
    clientId: identities.outputs.webClientId
    registryServer: registry.outputs.server
    database: '${database.outputs.connection};Username=${identities.outputs.webName}'
    keysAddress: storage.outputs.keysAddress
    size: webSize
    shared: shared
    minReplicas: webs
    maxReplicas: max(webs, websAtPeak)
  }
}

module silo 'modules/silos.bicep' = {
  name: 'silos-${siloColour}'
  scope: group
  params: {
    location: location
    tags: tags
    colour: siloColour
    image: siloImages[siloColour]
    size: siloSize
    count: silos
    countAtPeak: max(silos, silosAtPeak)
    requestsPerSilo: requestsPerSilo
    webId: web.outputs.id
    environmentId: inside.outputs.id
    address: inside.outputs.staticIp
    identityId: identities.outputs.siloId
    clientId: identities.outputs.siloClientId
    registryServer: registry.outputs.server
    database: '${database.outputs.connection};Username=${identities.outputs.siloName}'
    shared: shared
  }
}

// Reading the web's count of requests, by which further silos start, needs this and no more.
module rights 'modules/rights.bicep' = {
  name: 'rights'
  scope: group
  params: { webName: web.outputs.name, siloPrincipalId: identities.outputs.siloPrincipalId }
}

output AZURE_RESOURCE_GROUP string = group.name
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.outputs.server
output AZURE_CONTAINER_REGISTRY_NAME string = registry.outputs.name
output SERVICE_WEB_RESOURCE_NAME string = web.outputs.name
output SERVICE_WEB_ENDPOINT string = web.outputs.address
output SERVICE_SILO_RESOURCE_NAME string = silo.outputs.first
output SILO_COLOUR string = siloColour
output SILO_OTHERS string = silo.outputs.others
output POSTGRES_HOST string = database.outputs.host
