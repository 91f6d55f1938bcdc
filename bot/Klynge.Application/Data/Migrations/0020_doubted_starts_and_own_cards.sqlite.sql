-- Teams tells of a start long before the meeting: the secretariat is asked once.
ALTER TABLE "Meetings" ADD COLUMN "StartDoubtedAt" TEXT NULL;

-- Every press in a personal chat asks whether the card is one that is kept up to date.
CREATE INDEX "IX_SharedCards_ConversationId" ON "SharedCards" ("ConversationId");
