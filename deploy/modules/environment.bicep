// Where containers run. Consumption only: one pays for what runs, by the second.
param name string
param location string
param tags object
@description('True: no public address, and apps may listen on TCP ports of the environment\'s private one.')
param internal bool
param zoneRedundant bool
param subnetId string
param workspaceId string
param insightsConnection string
@description('An address that takes metrics by OTLP without a key; empty: they are not sent anywhere.')
param metricsEndpoint string

// A preview version, since only those know the OpenTelemetry agent: it takes OTLP from the apps, which therefore need
// neither a package nor a setting of Azure's.
resource environment 'Microsoft.App/managedEnvironments@2025-10-02-preview' = {
  name: name
  location: location
  tags: tags
  properties: {
    vnetConfiguration: { infrastructureSubnetId: subnetId, internal: internal }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    zoneRedundant: zoneRedundant
    // Through a diagnostic setting, which needs no key of the workspace.
    appLogsConfiguration: { destination: 'azure-monitor' }
    appInsightsConfiguration: { connectionString: insightsConnection }
    openTelemetryConfiguration: {
      // Application Insights takes no metrics from the agent, so they need an address of their own.
      destinationsConfiguration: {
        otlpConfigurations: empty(metricsEndpoint) ? [] : [{ name: 'metrics', endpoint: metricsEndpoint }]
      }
      metricsConfiguration: { destinations: empty(metricsEndpoint) ? [] : ['metrics'] }
      tracesConfiguration: { destinations: ['appInsights'] }
      logsConfiguration: { destinations: ['appInsights'] }
    }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: environment
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'ContainerAppConsoleLogs', enabled: true }
      { category: 'ContainerAppSystemLogs', enabled: true }
    ]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output id string = environment.id
output staticIp string = environment.properties.staticIp
