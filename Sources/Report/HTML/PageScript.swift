/// The one script of the pages: search and filter, cells of the heat map, opening before printing.
///
/// The pages are whole without it. It reads and writes nothing outside its page; the content
/// security policy of the pages admits it by its digest alone.
enum PageScript {
  static let text = """
    (function(){
    var d=document,form=d.getElementById('filter'),q=d.getElementById('q'),k=d.getElementById('k'),
    out=d.getElementById('shown');
    if(form){
    form.hidden=false;
    var items=[].slice.call(d.querySelectorAll('[data-k]')).map(function(e){
    return {e:e,k:e.getAttribute('data-k'),t:null}}),
    groups=[].slice.call(d.querySelectorAll('[data-group]'));
    var run=function(){
    var words=q.value.toLowerCase().split(/\\s+/).filter(Boolean),kind=k.value,shown=0;
    items.forEach(function(i){
    if(i.t===null){i.t=i.e.textContent.toLowerCase()}
    var ok=(!kind||i.k===kind)&&words.every(function(w){return i.t.indexOf(w)>=0});
    i.e.hidden=!ok;if(ok){shown++}});
    groups.forEach(function(g){
    var seen=!!g.querySelector('[data-k]:not([hidden])');g.hidden=!seen;
    if(g.tagName==='DETAILS'&&(words.length||kind)){g.open=seen}});
    out.textContent=shown+' / '+items.length};
    form.addEventListener('submit',function(e){e.preventDefault()});
    q.addEventListener('input',run);k.addEventListener('change',run);run();}
    var heat=d.getElementById('heat');
    if(heat){
    heat.className+=' live';
    var names={},heads=heat.tHead.rows[0].cells;
    [].forEach.call(d.querySelectorAll('[data-c]'),function(e){
    names[e.getAttribute('data-c')]=e.textContent});
    heat.addEventListener('mouseover',function(e){
    var c=e.target;if(c.tagName!=='TD'||c.title){return}
    c.title=c.parentNode.cells[0].textContent+' \\u00b7 '+heads[c.cellIndex].title+' \\u00b7 '
    +(names[c.className]||names.n)});
    heat.addEventListener('click',function(e){
    var c=e.target;if(c.tagName!=='TD'){return}
    location.href=c.parentNode.cells[0].firstChild.getAttribute('href')
    +'#'+heads[c.cellIndex].getAttribute('data-r')});}
    var show=function(){
    var e=location.hash&&d.getElementById(location.hash.slice(1));
    for(var p=e;p;p=p.parentElement){if(p.tagName==='DETAILS'){p.open=true}}
    if(e){e.scrollIntoView()}};
    addEventListener('hashchange',show);show();
    addEventListener('beforeprint',function(){
    [].forEach.call(d.querySelectorAll('details'),function(e){e.open=true})});
    })();
    """

  /// The SHA-256 of `text` in Base64, as the content security policy wants it; a test holds it.
  static let digest = "JhhH4yCjhPmx50705u7N8/Bjpf5IBKCMicLo6pBbrjg="
}
