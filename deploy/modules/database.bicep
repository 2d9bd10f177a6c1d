// Journal and views. Reached from the virtual network only, and only with a Microsoft Entra identity.
param location string
param tags object
param token string
param sku object
param storageGB int
param backupDays int
param highAvailability string
param subnetId string
param dnsZoneId string
@description('The identities that may use the database: name and principalId of each.')
param users array
param workspaceId string

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: 'psql-${token}'
  location: location
  tags: tags
  sku: sku
  properties: {
    version: '17'
    authConfig: {
      activeDirectoryAuth: 'Enabled'
      passwordAuth: 'Disabled'
      tenantId: tenant().tenantId
    }
    storage: { storageSizeGB: storageGB, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: backupDays, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: highAvailability }
    network: {
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: dnsZoneId
      publicNetworkAccess: 'Disabled'
    }
    maintenanceWindow: { customWindow: 'Enabled', dayOfWeek: 2, startHour: 3, startMinute: 0 }
  }

  resource communities 'databases' = {
    name: 'communities'
    properties: { charset: 'UTF8', collation: 'en_US.utf8' }
  }
}

// One at a time: the server refuses a change while another is under way. Nothing below an administrator can be named
// from here; README, Rights tells how to lower the web's.
@batchSize(1)
resource administrators 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2025-08-01' = [for user in users: {
  parent: server
  name: user.principalId
  properties: {
    principalName: user.name
    principalType: 'ServicePrincipal'
    tenantId: tenant().tenantId
  }
  dependsOn: [server::communities]
}]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: server
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'PostgreSQLLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

var host = server.properties.fullyQualifiedDomainName

// Whoever connects adds its user name, and a token where a password would stand.
output connection string = 'Host=${host};Database=${server::communities.name};SSL Mode=VerifyFull'
