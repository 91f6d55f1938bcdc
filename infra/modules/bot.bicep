// The bot's registration with its one channel, Teams.
param name string
param location string
param tags object
param sku string
param appType string
param appId string

@description('The managed identity that a UserAssignedMSI bot is; empty for SingleTenant.')
param identityId string

@description('https://…/api/messages')
param endpoint string
param workspaceId string

var identityProperties = empty(identityId) ? {} : { msaAppMSIResourceId: identityId }

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: location
  tags: tags
  kind: 'azurebot'
  sku: { name: sku }
  properties: union(
    {
      displayName: 'Klynge'
      endpoint: endpoint
      msaAppId: appId
      msaAppTenantId: tenant().tenantId
      msaAppType: appType
      disableLocalAuth: true
      publicNetworkAccess: 'Enabled'
    },
    identityProperties
  )
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: location
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true, enableCalling: false }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: bot
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}
