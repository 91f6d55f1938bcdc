// The web host as one container: /api/messages, the bot's pages, its health. One replica does for many boards; there may be more only
// where they share a PostgreSQL. Its data folder lives and dies with the replica; what must last is in the database, and documents are in
// SharePoint or on the share.
param name string
param location string
param tags object
@description('The host\'s own: the registry and the vault.')
param identityId string
param identityPrincipalId string

@description('The bot\'s: the channel, the database and Microsoft Graph.')
param botIdentityId string
param subnetId string
param registryName string
param image string

@description('Settings by their environment names.')
param settings object
param vaultUri string

@description('A secret in the vault that becomes MicrosoftAppPassword; empty for none.')
param secretName string
param workspaceId string

@description('The share for documents as { server, path }; null where SharePoint keeps them.')
param documents { server: string, path: string }?

@description('Anything with chown: it gives the share to the user that the bot runs as, once.')
param toolsImage string = 'mcr.microsoft.com/azurelinux/base/core:3.0'

var port = 8080
var acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
var hasSecret = !empty(secretName)
var hasShare = documents != null
var user = '1654'
var shareMounts = hasShare ? [{ volumeName: 'documents', mountPath: '/data/documents' }] : []
var domainName = '${name}.${environment.properties.defaultDomain}'
var hostSettings = {
  ASPNETCORE_FORWARDEDHEADERS_ENABLED: 'true' // The ingress says which address calls; nothing else reaches the container.
  ASPNETCORE_URLS: 'http://*:${port}'
  Klynge__PublicUrl: 'https://${domainName}'
  Klynge__DataDirectory: '/data'
}
var plainSettings = map(items(union(settings, hostSettings)), item => { name: item.key, value: item.value })
var secretSettings = hasSecret ? [{ name: 'MicrosoftAppPassword', secretRef: 'bot-password' }] : []
var secrets = hasSecret
  ? [{ name: 'bot-password', keyVaultUrl: '${vaultUri}secrets/${secretName}', identity: identityId }]
  : []

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identityPrincipalId, acrPull)
  scope: registry
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', acrPull)
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: 'cae-${name}'
  location: location
  tags: tags
  properties: {
    vnetConfiguration: { infrastructureSubnetId: subnetId, internal: false }
    // Through a diagnostic setting, because the direct way to a workspace asks for its key.
    appLogsConfiguration: { destination: 'azure-monitor' }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
  }
}

resource share 'Microsoft.App/managedEnvironments/storages@2025-07-01' = if (hasShare) {
  parent: environment
  name: 'documents'
  properties: { nfsAzureFile: { server: documents!.server, shareName: documents!.path, accessMode: 'ReadWrite' } }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: environment
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

resource app 'Microsoft.App/containerApps@2025-07-01' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {}, '${botIdentityId}': {} }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: port, transport: 'auto', allowInsecure: false }
      registries: [{ server: registry.properties.loginServer, identity: identityId }]
      secrets: secrets
    }
    template: {
      // More than the half minute that the host gives turns in flight.
      terminationGracePeriodSeconds: 45
      initContainers: hasShare
        ? [
            {
              name: 'owner'
              image: toolsImage
              command: ['chown', '${user}:${user}', '/data/documents']
              resources: { cpu: json('0.25'), memory: '0.5Gi' }
              volumeMounts: shareMounts
            }
          ]
        : []
      containers: [
        {
          name: 'bot'
          image: '${registry.properties.loginServer}/${image}'
          env: concat(plainSettings, secretSettings)
          resources: { cpu: json('0.5'), memory: '1Gi' }
          volumeMounts: concat([{ volumeName: 'data', mountPath: '/data' }], shareMounts)
          probes: [
            { type: 'Startup', httpGet: { path: '/healthz/ready', port: port }, periodSeconds: 6, failureThreshold: 10 }
            { type: 'Liveness', httpGet: { path: '/healthz/live', port: port }, periodSeconds: 10, failureThreshold: 3 }
            { type: 'Readiness', httpGet: { path: '/healthz/ready', port: port }, periodSeconds: 5, failureThreshold: 3 }
          ]
        }
      ]
      volumes: concat(
        [{ name: 'data', storageType: 'EmptyDir' }],
        hasShare ? [{ name: 'documents', storageType: 'NfsAzureFile', storageName: 'documents' }] : []
      )
      scale: { minReplicas: 1, maxReplicas: 1 }
    }
  }
  dependsOn: [pull, share]
}

output id string = app.id
output domain string = domainName
output url string = 'https://${app.properties.configuration.ingress.fqdn}'
