import"./53KZA6TG.js";const {DatabaseSync:K}=process.getBuiltinModule("node:sqlite");function O(s){let n=[],l=()=>{let d=n;n=[];let r;try{s.exec("BEGIN IMMEDIATE");for(let{run:E}of d)E();s.exec("COMMIT")}catch(E){r=E??new Error("The queue could not be written."),s.isOpen&&s.isTransaction&&s.exec("ROLLBACK")}for(let{settle:E}of d)E(r)};return d=>new Promise((r,E)=>{let c,p=()=>{c={value:d()}},A=o=>o===void 0&&c?r(c.value):E(o);n.push({run:p,settle:A})===1&&setImmediate(l)})}function m(){let s=new Set;return{ring:()=>{for(let n of s)n()},wait:(n,l)=>new Promise(d=>{let r=()=>{clearTimeout(E),l.removeEventListener("abort",r),s.delete(r),d()},E=setTimeout(r,n);s.add(r),l.addEventListener("abort",r),l.aborted&&r()})}}var g=`
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS delivery (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    event TEXT NOT NULL,
    lane TEXT,
    subject TEXT,
    at INTEGER,
    state TEXT NOT NULL CHECK (state IN ('received', 'running', 'done', 'failed')),
    reviewed INTEGER NOT NULL DEFAULT 0,
    attempt INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL,
    changed INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS payload (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS delivery_state ON delivery (state, seq);
  CREATE INDEX IF NOT EXISTS delivery_lane ON delivery (lane, state);
  UPDATE delivery SET state = 'received' WHERE state = 'running';
`,S="SELECT state FROM delivery WHERE id = ?",b="SELECT max(seq) AS seq FROM delivery",U=`
  INSERT INTO delivery (id, event, lane, subject, at, state, due, changed)
  VALUES (:id, :event, :lane, :subject, :at, :state, :now, :now)
  ON CONFLICT (id) DO UPDATE SET state = :state, attempt = 0, due = :now, changed = :now`,w="INSERT INTO payload (id, text) VALUES (?, ?)",x="SELECT max(at) AS at FROM delivery WHERE lane = ? AND id <> ?",P="SELECT id FROM delivery WHERE lane = ? AND state = 'received' AND subject <> ?",M=`
  SELECT id, event, lane, subject, attempt FROM delivery AS one
  WHERE state = 'received' AND due <= ?
    AND NOT EXISTS (SELECT 1 FROM delivery WHERE lane = one.lane AND state = 'running')
  ORDER BY seq LIMIT 1`,q=`
  SELECT subject, reviewed FROM delivery WHERE lane = ? AND subject IS NOT NULL AND attempt > 0
  ORDER BY changed DESC, seq DESC LIMIT 1`,C="UPDATE delivery SET state = 'running', attempt = attempt + 1, changed = :now WHERE id = :id",F="SELECT text FROM payload WHERE id = ?",h="UPDATE delivery SET state = :state, reviewed = :reviewed, changed = :now WHERE id = :id",j="DELETE FROM payload WHERE id = ?",W="UPDATE delivery SET state = 'received', due = :due, changed = :now WHERE id = :id",G="SELECT min(due) AS due FROM delivery WHERE state = 'received' AND due > ?",X="DELETE FROM delivery WHERE state IN ('done', 'failed') AND changed < ?";var y=3600*1e3;function re(s,n){let l=new K(s,{timeout:0});try{l.exec(g)}catch(e){throw l.close(),e}let d=O(l),{ring:r,wait:E}=m(),c=new Map,p=new Map,A=0,o=e=>{let t=p.get(e)??l.prepare(e);return p.set(e,t),t},u=(e,...t)=>o(e).get(...t);function v(e,t,a=0){o(h).run({id:e,state:t,reviewed:a,now:n()}),o(j).run(e)}function k({id:e,event:t,payload:a,lane:i}){let T=u(S,e);if(T&&T.state!=="failed")return{added:!1,overtakes:!1};let{key:N=null,subject:R=null,at:f=null}=i??{},I=N===null||f===null?null:u(x,N,e)?.at,L=R!==null&&f!==null&&typeof I=="number"&&f<I,_=L?"done":"received";o(U).run({id:e,event:t,lane:N,subject:R,at:f,state:_,now:n()}),L||o(w).run(e,a);let D=N!==null&&R!==null&&!L;if(D)for(let Q of o(P).all(N,R))v(String(Q.id),"done");return{added:!0,overtakes:D}}function B(){n()-A<y||(A=n(),o(X).run(n()-6912e5))}function H(){for(;;){let e=u(M,n());if(!e)return null;let t=e.lane===null?void 0:u(q,e.lane),a=t?.reviewed===1&&t.subject===e.subject;if(!a&&e.attempt<10)return o(C).run({id:e.id,now:n()}),{...e,payload:String(u(F,e.id)?.text)};v(e.id,a?"done":"failed")}}function Y(e){let t=new AbortController;e.lane!==null&&c.set(e.lane,{subject:e.subject,abort:t});let a=async i=>{await d(i),e.lane!==null&&c.delete(e.lane),r()};return{id:e.id,event:e.event,payload:e.payload,attempt:e.attempt+1,overtaken:t.signal,end:i=>a(()=>v(e.id,i==="failed"?"failed":"done",i==="done"?1:0)),again:i=>a(()=>{o(W).run({id:e.id,due:n()+i,now:n()})})}}return{async add(e){let{added:t,overtakes:a}=await d(()=>(B(),k(e))),i=e.lane,T=i&&a?c.get(i.key):void 0;return T&&T.subject!==null&&T.subject!==i?.subject&&T.abort.abort(),t&&r(),t},async knows(e){let t=u(S,e)?.state;return t!==void 0&&t!=="failed"},async isNew(){return typeof u(b)?.seq!="number"},async take(e){for(;!e.aborted;){let t=await d(H);if(t)return Y(t);let a=u(G,n())?.due;await E(typeof a=="number"?Math.max(1,Math.min(y,a-n())):y,e)}return null},async close(){r(),await d(()=>{}),l.close()}}}export{re as openSqlite};
