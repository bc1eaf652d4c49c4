/// Nanwei IGS 南威: the interface's address is made within compressed scripts that are not read, so
/// its lists stay unreadable (facts: cms.md §1).
let igsAdapter = CMSAdapter(name: "Nanwei IGS", fills: ["/igs/front"])
