"""Words that batches are full of: the deflater knows them beforehand. Both ends must have the same: never changed."""

from __future__ import annotations

WORDS = (
    '"Europe/Moscow" "ru" "en" "RUB" "person" "company" "label" "work" "home" "tags" [] {} "order" "request"'
    ' "supplier" "department" "waiting_customer" "waiting_department" "waiting_supplier" "waiting_date" "cancelled"'
    ' "delivered" "shipped" "confirmed" "registered" "urgent" "high" "low" "consultation" "service" "complaint"'
    ' "visit" "chat" "mail" "outgoing" "incoming" "phone" "call_note" "classified" "due_set" "satisfaction" "dated"'
    ' "activity" "note" "message" "notified" "assigned" "closed" "solved" "received" "in_work" "state" "created"'
    ' "normal" "{\\"kind\\":\\"service\\",\\"priority\\":\\"normal\\"}" "{\\"way\\":\\"said\\"}" "{\\"told\\":true}"'
    ' "{\\"kind\\":\\"complaint\\",\\"priority\\":\\"high\\"}" "https:// @mail .ru .com .example '
    " ООО АО ИП Москва Санкт-Петербург заказ заявка клиент товар доставка оплата счёт не работает вернуть позвонить"
    " обратно Добрый день Здравствуйте, ович овна ский ение ость ного ать ить +7 9 8 (9 1-000"
    '{"from":"0190000000007000","n":1,"v":1,"at":179,"by":"0.1.0","ahead":0,"s":["0190000000007000"],'
    '"t":[10,10,10,7,7,3,3,4,4,8,9,9,11,12,15],"i":"019000","z":117000000000000,"d":[0,1,65536,0,0,0,131072],'
    '"b":[-1,-1,-1,0,0,0,65536],"c":[[],[3,["019"],4,["01"],5,"'
).encode()
