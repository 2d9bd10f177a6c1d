// A virtual network of its own: silos and database are reached from nowhere else.
param location string
param tags object
param token string

resource network 'Microsoft.Network/virtualNetworks@2025-01-01' = {
  name: 'vnet-${token}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/22'] }
    subnets: [
      {
        // A /24 for each environment: an upgrade runs both colours, and each app may take an address of its own.
        name: 'inside'
        properties: {
          addressPrefix: '10.40.0.0/24'
          delegations: [{ name: 'environments', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'outside'
        properties: {
          addressPrefix: '10.40.1.0/24'
          delegations: [{ name: 'environments', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.40.2.0/28'
          delegations: [{ name: 'servers', properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' } }]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.40.2.32/27' }
      }
    ]
  }

  resource inside 'subnets' existing = { name: 'inside' }
  resource outside 'subnets' existing = { name: 'outside' }
  resource database 'subnets' existing = { name: 'database' }
  resource endpoints 'subnets' existing = { name: 'endpoints' }
}

var zones = [
  '${token}.private.postgres.database.azure.com'
  'privatelink.blob.${environment().suffixes.storage}'
]

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [for name in zones: {
  name: name
  location: 'global'
  tags: tags
}]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for (name, i) in zones: {
  parent: zone[i]
  name: 'network'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: network.id }
  }
}]

output insideSubnetId string = network::inside.id
output outsideSubnetId string = network::outside.id
output databaseSubnetId string = network::database.id
output endpointSubnetId string = network::endpoints.id
output databaseZoneId string = zone[0].id
output blobZoneId string = zone[1].id
