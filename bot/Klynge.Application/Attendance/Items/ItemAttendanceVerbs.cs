using Klynge.Application.Rights;

namespace Klynge.Application.Attendance.Items;

/// <summary>The buttons about who took part in an item, and who may press each.</summary>
public static class ItemAttendanceVerbs
{
    public static readonly ButtonRight Form = new("attendance.item.form", RecordItemAttendance.Needs);
    public static readonly ButtonRight Substitute = new("attendance.item.substitute", CallInItemSubstitute.Needs, "where the forum's rules allow it");
    public static readonly ButtonRight Save = new("attendance.item", RecordItemAttendance.Needs);
}
