import Dates
import Page
import Texts

/// The reasons of the reader in words for a person.
enum ExplainWords {
  static func words(_ reason: DateCandidate.Reason) -> Bilingual {
    switch reason {
    case .labelInHead: Bilingual(zh: "标题旁，标明为发布时间", en: reason.rawValue)
    case .dateLabelInHead: Bilingual(zh: "标题旁，标明为时间或日期", en: reason.rawValue)
    case .bareInHead: Bilingual(zh: "标题旁，没有标注", en: reason.rawValue)
    case .labelInTable: Bilingual(zh: "信息表中，标明为发布日期", en: reason.rawValue)
    case .labelElsewhere: Bilingual(zh: "单独一行，标明为发布时间", en: reason.rawValue)
    case .issued: Bilingual(zh: "标明为发文日期", en: reason.rawValue)
    case .script: Bilingual(zh: "由页面脚本写出", en: reason.rawValue)
    case .meta: Bilingual(zh: "meta 标签 PubDate", en: reason.rawValue)
    case .address: Bilingual(zh: "网址中的日期", en: reason.rawValue)
    }
  }

  static func words(_ verdict: PageExplanation.Verdict) -> Bilingual {
    switch verdict {
    case .chosen: Bilingual(zh: "采用", en: "chosen")
    case .outranked: Bilingual(zh: "未采用：有更可靠的", en: "not chosen: a stronger one was found")
    case .withdrawn: Bilingual(zh: "未采用：此类页面没有发布时间", en: "not chosen: such a page has none")
    case .implausible:
      Bilingual(zh: "排除：早于 1990 年或晚于抓取日", en: "refused: before 1990 or after the fetch")
    case .otherLabel: Bilingual(zh: "排除：标注的是别的日期", en: "refused: its label names another day")
    case .otherPlace:
      Bilingual(zh: "排除：在正文、列表或页面框架中", en: "refused: in running text, a list or the page's frame")
    }
  }

  static func words(_ reason: EncodingReason) -> Bilingual {
    switch reason {
    case .byteOrderMark: Bilingual(zh: "字节序标记", en: "byte order mark")
    case .header: Bilingual(zh: "HTTP 头声明", en: "declared in the HTTP header")
    case .meta: Bilingual(zh: "meta 声明", en: "declared in a meta tag")
    case .content: Bilingual(zh: "没有声明，按内容判断", en: "no label; told from the bytes")
    case .contradicted:
      Bilingual(zh: "声明与内容不符，按内容判断", en: "the label contradicts the bytes and was not believed")
    }
  }

  static func words(_ reason: KindReason) -> Bilingual {
    switch reason {
    case .challenge: Bilingual(zh: "拦截或验证页", en: "a page of a firewall or challenge")
    case .error: Bilingual(zh: "出错页的文字", en: "the words of an error page")
    case .homeAddress: Bilingual(zh: "首页地址和多个链接", en: "the address of a home page, and many links")
    case .articleMeta: Bilingual(zh: "有标题和 ArticleTitle 标签", en: "a headline and meta ArticleTitle")
    case .particulars: Bilingual(zh: "标题旁有来源等信息", en: "particulars beside a headline")
    case .publishDate: Bilingual(zh: "有标题和发布时间", en: "a headline with a publish date")
    case .titleWord: Bilingual(zh: "标题或栏目名中的词", en: "a word in title or column")
    case .list: Bilingual(zh: "读到了主列表", en: "a main list was read")
    case .form: Bilingual(zh: "有供填写的表单", en: "a form to fill in")
    case .directory: Bilingual(zh: "链接目录，没有带日期的列表", en: "a directory of links without a dated list")
    case .emptyList: Bilingual(zh: "列表为空或由脚本生成", en: "a list that is empty or filled by a script")
    case .nothing: Bilingual(zh: "没有足够的特征", en: "nothing tells")
    }
  }

  static func words(_ reason: PageExplanation.SpeakerReason) -> Bilingual {
    switch reason {
    case .publisher: Bilingual(zh: "发布机构", en: "named as publisher")
    case .source: Bilingual(zh: "来源", en: "named as source")
    case .foot: Bilingual(zh: "页脚主办单位", en: "named in the foot")
    case .siteName: Bilingual(zh: "网站名称", en: "the site's name")
    }
  }

  static func words(_ state: ListState) -> Bilingual {
    switch state {
    case .none: Bilingual(zh: "没有主列表", en: "no main list")
    case .readable: Bilingual(zh: "读到主列表", en: "a main list was read")
    case .empty: Bilingual(zh: "列表为空", en: "the list is empty")
    case .unreadable: Bilingual(zh: "列表由脚本生成，无法读取", en: "a script fills the list: unreadable")
    case .elsewhere:
      Bilingual(zh: "列表由接口填充，另行请求", en: "an interface fills the list: asked for itself")
    }
  }
}
