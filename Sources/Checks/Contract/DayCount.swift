/// How days are counted; the day of the event itself is not counted.
package enum DayCount: String, Sendable, CaseIterable { case working, calendar }
