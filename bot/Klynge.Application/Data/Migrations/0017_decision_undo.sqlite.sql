-- A change of a decision can be taken back, and a second press of the same undo is known as such.
ALTER TABLE "AgendaItems" ADD COLUMN "DecisionBefore" TEXT NULL;
ALTER TABLE "AgendaItems" ADD COLUMN "DecisionChange" INTEGER NULL;
ALTER TABLE "AgendaItems" ADD COLUMN "DecisionUndid" INTEGER NULL;
