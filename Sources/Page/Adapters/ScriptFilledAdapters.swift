// Systems whose lists are fetched by script (facts: cms.md §3, §5, §6, §9). Their pages hold no
// rows, and a list without rows there is unreadable. An adapter that reads their interfaces gives
// `embedded` or a further member here; nothing else has to know.

/// Hanweb jpaas: `…/jpaas-publish-server/front/page/build/unit?…`.
let jpaasAdapter = CMSAdapter(
  name: "Hanweb jpaas", fills: ["page/build/unit", "jpaas-publish-server", "querydata"])

/// jpaas-jpolicy: policy search pages.
let jpolicyAdapter = CMSAdapter(name: "jpaas-jpolicy", fills: ["jpaas-jpolicy"])

/// gkmlpt: the catalogue of government information of Guangdong.
let gkmlptAdapter = CMSAdapter(
  name: "gkmlpt", fills: ["gkmlpt/api", "window._CONFIG", "SERVICE_AREA_ID"])

/// UCAP 开普: `/common/search/<channel>`, `getFileListByCodeId`.
let ucapAdapter = CMSAdapter(
  name: "UCAP", fills: ["/common/search/", "getFileListByCodeId", "getInfoList", "_isAgg="])

/// Suzhou's szinf: `interfacesWebZcwj/loadData`.
let szinfAdapter = CMSAdapter(name: "szinf", fills: ["/szinf/", "interfacesWeb", "loadData?"])

/// Nanwei IGS 南威.
let igsAdapter = CMSAdapter(name: "Nanwei IGS", fills: ["/igs/front"])
