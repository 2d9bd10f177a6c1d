// The archive. No public address, no account keys, no anonymous reader.
param location string
param tags object
param token string
param zoneRedundant bool
@description('Prefixes to put into the archive tier, with the container first: `archive/devs/2021/`.')
param frozen array
param siloPrincipalId string
param webPrincipalId string
param subnetId string
param blobZoneId string
param workspaceId string

var roles = 'Microsoft.Authorization/roleDefinitions'
// Built-in role Storage Blob Data Contributor.
var blobContributor = subscriptionResourceId(roles, 'ba92f5b4-2d11-453d-a403-e96b0029c9fe')
// Built-in role Storage Blob Data Reader.
var blobReader = subscriptionResourceId(roles, '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1')

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: 'st${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: 'Disabled'
    supportsHttpsTrafficOnly: true
    networkAcls: { bypass: 'None', defaultAction: 'Deny' }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      // What is erased on purpose must be gone in time, so these are short: see README, The archive.
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: 14 }
      containerDeleteRetentionPolicy: { enabled: true, days: 14 }
    }

    resource archive 'containers' = {
      name: 'archive'
      properties: { publicAccess: 'None' }
    }

    // What members send: the program looks for it beside the archive, under this name.
    resource files 'containers' = {
      name: 'archive-files'
      properties: { publicAccess: 'None' }
    }
  }
}

// Segments are written once and read for proofs, so they cool down. Both tiers answer at once, as the head of each
// chain must, which the writer reads before it adds a segment: only what is named in `frozen` goes where it does not.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: concat([
        {
          name: 'cooling'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['archive/'] }
            actions: {
              baseBlob: {
                tierToCool: { daysAfterModificationGreaterThan: 30 }
                tierToCold: { daysAfterModificationGreaterThan: 120 }
              }
              version: { delete: { daysAfterCreationGreaterThan: 14 } }
            }
          }
        }
      ], empty(frozen) ? [] : [
        {
          name: 'freezing'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: frozen }
            actions: {
              baseBlob: { tierToArchive: { daysAfterModificationGreaterThan: 180 } }
            }
          }
        }
      ])
    }
  }
  dependsOn: [account::blobs]
}

resource siloArchive 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account::blobs::archive
  name: guid(account.id, 'archive', siloPrincipalId, blobContributor)
  properties: {
    roleDefinitionId: blobContributor
    principalId: siloPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource webArchive 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account::blobs::archive
  name: guid(account.id, 'archive', webPrincipalId, blobReader)
  properties: {
    roleDefinitionId: blobReader
    principalId: webPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource filing 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for principal in [siloPrincipalId, webPrincipalId]: {
  scope: account::blobs::files
  name: guid(account.id, 'files', principal, blobContributor)
  properties: {
    roleDefinitionId: blobContributor
    principalId: principal
    principalType: 'ServicePrincipal'
  }
}]

resource endpoint 'Microsoft.Network/privateEndpoints@2025-01-01' = {
  name: 'pe-blob-${token}'
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      { name: 'blob', properties: { privateLinkServiceId: account.id, groupIds: ['blob'] } }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [{ name: 'blob', properties: { privateDnsZoneId: blobZoneId } }]
    }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account::blobs
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    // Reads and writes of segments are too many to keep; what is deleted is few, and worth knowing.
    logs: [{ category: 'StorageDelete', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

output archiveAddress string = '${account.properties.primaryEndpoints.blob}${account::blobs::archive.name}'
