/// The one script of the pages: search and filter, cells of the heat map, opening before printing.
///
/// The pages are whole without it. It reads and writes nothing outside its page; the content
/// security policy of the pages admits it by its digest alone.
enum PageScript {
  static let text = """
    (function(){
    var d=document,all=function(s,r){return [].slice.call((r||d).querySelectorAll(s))};
    all('form[data-for]').forEach(function(form){
    var root=d.getElementById(form.getAttribute('data-for'));
    if(!root){return}
    form.hidden=false;
    var q=form.querySelector('input'),out=form.querySelector('output'),picks=all('select',form),
    items=all('[data-k]',root).map(function(e){return {e:e,t:null}}),
    groups=all('[data-group]',root),last=0;
    var run=function(){
    var words=q.value.toLowerCase().split(/\\s+/).filter(Boolean),shown=0,
    wants=picks.filter(function(p){return p.value}).map(function(p){
    return ['data-'+p.name,p.value]});
    items.forEach(function(i){
    var ok=wants.every(function(w){return i.e.getAttribute(w[0])===w[1]});
    if(ok&&words.length){
    if(i.t===null){i.t=[i.e.textContent].concat(all('a.x',i.e)
    .map(function(a){return a.getAttribute('href')})).join(' ').toLowerCase()}
    ok=words.every(function(w){return i.t.indexOf(w)>=0})}
    if(i.e.hidden===ok){i.e.hidden=!ok}
    if(ok){shown++}});
    groups.forEach(function(g){
    var seen=!!g.querySelector('[data-k]:not([hidden])')||!g.querySelector('[data-k]');
    if(g.hidden===seen){g.hidden=!seen}
    if(g.tagName==='DETAILS'&&(words.length||wants.length)){g.open=seen}});
    out.textContent=shown+' / '+items.length};
    form.addEventListener('submit',function(e){e.preventDefault()});
    form.addEventListener('reset',function(){setTimeout(run,0)});
    form.addEventListener('change',run);
    q.addEventListener('input',function(){clearTimeout(last);last=setTimeout(run,60)});
    run()});
    var heat=d.getElementById('heat');
    if(heat){
    heat.className+=' live';
    var names={},heads=heat.tHead.rows[0].cells;
    all('[data-c]').forEach(function(e){names[e.getAttribute('data-c')]=e.textContent});
    heat.addEventListener('mouseover',function(e){
    var c=e.target;if(c.tagName!=='TD'||c.title){return}
    c.title=c.parentNode.cells[0].textContent+' \\u00b7 '+heads[c.cellIndex].title+' \\u00b7 '
    +(names[c.className||heat.getAttribute('data-base')])});
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
    all('details:not([data-folded])').forEach(function(e){e.open=true})});
    })();
    """

  /// The SHA-256 of `text` in Base64, as the content security policy wants it; a test holds it.
  static let digest = "AVxdaqnBU5MxD/5rQVcxpohRnz8Bsy/0bICLOmxxni8="
}
