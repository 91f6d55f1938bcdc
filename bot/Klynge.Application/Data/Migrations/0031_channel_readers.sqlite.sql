-- Who reads along in a shared or private channel, and whose account belongs to another organisation.
ALTER TABLE "Conversations" ADD COLUMN "Readers" TEXT NULL;
ALTER TABLE "People" ADD COLUMN "ForeignTenantId" TEXT NULL;
