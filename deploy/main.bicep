// All that Communities stands on at Azure, in one resource group: `azd provision`. What runs there is in silo.bicep and
// web.bicep, which azd deploys with an image. README.md explains all of it.
targetScope = 'subscription'

@minLength(1)
@maxLength(32)
@description('Name of the azd environment; names and tags follow from it.')
param environmentName string

@minLength(1)
@description('The Azure region of everything.')
param location string

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

// What azd keeps for the services: silo.bicep and web.bicep are told it by their parameters.
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.outputs.server
output INSIDE_ENVIRONMENT_ID string = inside.outputs.id
output INSIDE_ADDRESS string = inside.outputs.staticIp
output OUTSIDE_ENVIRONMENT_ID string = outside.outputs.id
output SILO_IDENTITY_NAME string = identities.outputs.siloName
output WEB_IDENTITY_NAME string = identities.outputs.webName
output DATABASE_CONNECTION string = database.outputs.connection
output ARCHIVE_ADDRESS string = storage.outputs.archiveAddress
