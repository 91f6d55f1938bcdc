// PostgreSQL that knows no passwords: people and the bot sign in with Entra. The bot's own role is made by the SQL in the README,
// so that it is no administrator.
param name string
param location string
param tags object
param adminGroup { objectId: string, name: string }
param workspaceId string

@description('Reachable from Azure at all; who comes in is Entra\'s to say. A private network is a choice of the tenant\'s.')
param allowAzureServices bool = true

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Standard_B1ms', tier: 'Burstable' }
  properties: {
    version: '16'
    storage: { storageSizeGB: 32, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: 35, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
    authConfig: {
      activeDirectoryAuth: 'Enabled'
      passwordAuth: 'Disabled'
      tenantId: tenant().tenantId
    }
  }
}

resource administrators 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2024-08-01' = {
  parent: server
  name: adminGroup.objectId
  properties: {
    principalName: adminGroup.name
    principalType: 'Group'
    tenantId: tenant().tenantId
  }
}

resource fromAzure 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2024-08-01' = if (allowAzureServices) {
  parent: server
  name: 'AzureServices'
  properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
  dependsOn: [administrators]
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: server
  name: 'klynge'
  properties: { charset: 'UTF8', collation: 'en_US.utf8' }
  dependsOn: [administrators]
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: server
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

output host string = server.properties.fullyQualifiedDomainName
output databaseName string = database.name
