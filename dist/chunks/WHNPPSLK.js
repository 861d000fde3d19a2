import"./53KZA6TG.js";const {DatabaseSync:Z}=process.getBuiltinModule("node:sqlite");function O(s){let n=[],l=()=>{let d=n;n=[];let r;try{s.exec("BEGIN IMMEDIATE");for(let{run:E}of d)E();s.exec("COMMIT")}catch(E){r=E??new Error("The queue could not be written."),s.isOpen&&s.isTransaction&&s.exec("ROLLBACK")}for(let{settle:E}of d)E(r)};return d=>new Promise((r,E)=>{let c,A=()=>{c={value:d()}},p=o=>o===void 0&&c?r(c.value):E(o);n.push({run:A,settle:p})===1&&setImmediate(l)})}function b(){let s=new Set;return{ring:()=>{for(let n of s)n()},wait:(n,l)=>new Promise(d=>{let r=()=>{clearTimeout(E),l.removeEventListener("abort",r),s.delete(r),d()},E=setTimeout(r,n);s.add(r),l.addEventListener("abort",r),l.aborted&&r()})}}var g=`
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
`,L="SELECT state FROM delivery WHERE id = ?",w="SELECT max(seq) AS seq FROM delivery",U=`
  INSERT INTO delivery (id, event, lane, subject, at, state, due, changed)
  VALUES (:id, :event, :lane, :subject, :at, :state, :now, :now)
  ON CONFLICT (id) DO UPDATE SET state = :state, attempt = 0, due = :now, changed = :now`,x="INSERT INTO payload (id, text) VALUES (?, ?)",P="SELECT max(at) AS at FROM delivery WHERE lane = ? AND id <> ?",q="SELECT id, attempt FROM delivery WHERE lane = ? AND state = 'received' AND subject <> ?",M="UPDATE delivery SET due = :now WHERE id = :id",C=`
  SELECT id, event, lane, subject, attempt,
    attempt > 0 AND EXISTS (
      SELECT 1 FROM delivery AS newer
      WHERE newer.lane = one.lane AND newer.seq > one.seq AND newer.subject <> one.subject
        AND NOT (newer.state = 'done' AND newer.attempt = 0)
    ) AS overtaken
  FROM delivery AS one
  WHERE state = 'received' AND due <= ?
    AND NOT EXISTS (SELECT 1 FROM delivery WHERE lane = one.lane AND state = 'running')
  ORDER BY seq LIMIT 1`,F=`
  SELECT subject, reviewed FROM delivery WHERE lane = ? AND subject IS NOT NULL AND attempt > 0
  ORDER BY changed DESC, seq DESC LIMIT 1`,h="UPDATE delivery SET state = 'running', attempt = attempt + 1, changed = :now WHERE id = :id",j="SELECT text FROM payload WHERE id = ?",W="UPDATE delivery SET state = :state, reviewed = :reviewed, changed = :now WHERE id = :id",H="DELETE FROM payload WHERE id = ?",k="UPDATE delivery SET state = 'received', due = :due, changed = :now WHERE id = :id",G="SELECT min(due) AS due FROM delivery WHERE state = 'received' AND due > ?",X="DELETE FROM delivery WHERE state IN ('done', 'failed') AND changed < ?";var y=3600*1e3;function ie(s,n){let l=new Z(s,{timeout:0});try{l.exec(g)}catch(e){throw l.close(),e}let d=O(l),{ring:r,wait:E}=b(),c=new Map,A=new Map,p=0,o=e=>{let t=A.get(e)??l.prepare(e);return A.set(e,t),t},u=(e,...t)=>o(e).get(...t);function S(e,t,a=0){o(W).run({id:e,state:t,reviewed:a,now:n()}),o(H).run(e)}function B({id:e,event:t,payload:a,lane:i}){let T=u(L,e);if(T&&T.state!=="failed")return{added:!1,overtakes:!1};let{key:N=null,subject:R=null,at:v=null}=i??{},D=N===null||v===null?null:u(P,N,e)?.at,f=R!==null&&v!==null&&typeof D=="number"&&v<D,V=f?"done":"received";o(U).run({id:e,event:t,lane:N,subject:R,at:v,state:V,now:n()}),f||o(x).run(e,a);let I=N!==null&&R!==null&&!f;for(let{id:m,attempt:K}of I?o(q).all(N,R):[])K===0?S(String(m),"done"):o(M).run({id:String(m),now:n()});return{added:!0,overtakes:I}}function Y(){n()-p<y||(p=n(),o(X).run(n()-6912e5))}function _(){for(;;){let e=u(C,n());if(!e)return null;let t=e.lane===null?void 0:u(F,e.lane),a=t?.reviewed===1&&t.subject===e.subject;if(!a&&e.attempt<34)return o(h).run({id:e.id,now:n()}),{...e,payload:String(u(j,e.id)?.text)};S(e.id,a?"done":"failed")}}function Q(e){let t=new AbortController;e.overtaken&&t.abort(),e.lane!==null&&c.set(e.lane,{subject:e.subject,abort:t});let a=async i=>{await d(i),e.lane!==null&&c.delete(e.lane),r()};return{id:e.id,event:e.event,payload:e.payload,attempt:e.attempt+1,overtaken:t.signal,givenUp:e.attempt>=10,end:i=>a(()=>S(e.id,i==="failed"?"failed":"done",i==="done"?1:0)),again:i=>a(()=>{o(k).run({id:e.id,due:n()+i,now:n()})})}}return{async add(e){let{added:t,overtakes:a}=await d(()=>(Y(),B(e))),i=e.lane,T=i&&a?c.get(i.key):void 0;return T&&T.subject!==null&&T.subject!==i?.subject&&T.abort.abort(),t&&r(),t},async knows(e){let t=u(L,e)?.state;return t!==void 0&&t!=="failed"},async isNew(){return typeof u(w)?.seq!="number"},async take(e){for(;!e.aborted;){let t=await d(_);if(t)return Q(t);let a=u(G,n())?.due;await E(typeof a=="number"?Math.max(1,Math.min(y,a-n())):y,e)}return null},async close(){r(),await d(()=>{}),l.close()}}}export{ie as openSqlite};
