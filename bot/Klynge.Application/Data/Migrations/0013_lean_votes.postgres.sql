-- A vote writes to as few pages as it can: nothing looks votes up by their place on the roll.
DROP INDEX "IX_Votes_RollEntryId";
