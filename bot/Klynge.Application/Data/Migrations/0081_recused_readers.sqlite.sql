-- Whom an absence for inhabilitet keeps out of what is closed in the item.
ALTER TABLE "ItemAbsences" ADD COLUMN "KeptOutId" TEXT NULL CONSTRAINT "FK_ItemAbsences_People_KeptOutId" REFERENCES "People" ("Id") ON DELETE RESTRICT;

CREATE INDEX "IX_ItemAbsences_KeptOutId" ON "ItemAbsences" ("KeptOutId");
