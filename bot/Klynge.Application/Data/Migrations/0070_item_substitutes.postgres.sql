-- Who sits in the seat of somebody inhabil, for one item.
ALTER TABLE "ItemAbsences" ADD COLUMN "SubstituteId" uuid NULL CONSTRAINT "FK_ItemAbsences_People_SubstituteId" REFERENCES "People" ("Id") ON DELETE RESTRICT;

CREATE INDEX "IX_ItemAbsences_SubstituteId" ON "ItemAbsences" ("SubstituteId");
