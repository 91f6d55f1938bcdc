using '../main.bicep'

param environmentName = 'dev'
param registryName = 'REPLACE'
param image = 'klynge-bot:0.1.0'
param extraTags = { owner: 'sekretariatet', data: 'invented' }
