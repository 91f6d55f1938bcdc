-- The seat's substitute on record is asked to come, and may say no.
ALTER TABLE "Apologies" ADD COLUMN "AskedId" TEXT NULL CONSTRAINT "FK_Apologies_People_AskedId" REFERENCES "People" ("Id") ON DELETE RESTRICT;
ALTER TABLE "Apologies" ADD COLUMN "RefusedAt" TEXT NULL;

CREATE INDEX "IX_Apologies_AskedId" ON "Apologies" ("AskedId");
